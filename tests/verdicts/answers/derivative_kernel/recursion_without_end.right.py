"""
says: calls itself for ever; repaired: stop at degree 0
kind: right
"""
def derivative_kernel(degree):
    if degree == 0:
        return torch.ones(1, 1)
    smaller = derivative_kernel(degree - 1)
    pad = nn.functional.pad
    return pad(smaller, (1, 0)) - pad(smaller, (0, 1))
