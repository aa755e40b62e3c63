"""
says: torch.comb, which there is not
kind: wrong
repair: math.comb
lines: 10
crashes: yes
cause: torch has no comb
"""
def derivative_kernel(degree):
    return torch.tensor([[(-1.0) ** (degree - i) * torch.comb(degree, i) for i in range(degree + 1)]])
