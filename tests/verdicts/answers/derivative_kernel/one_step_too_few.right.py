"""
says: range(1, degree): one difference too few; repaired: range(degree)
kind: right
"""
def derivative_kernel(degree):
    kernel = torch.ones(1, 1)
    for _ in range(degree):
        kernel = nn.functional.pad(kernel, (1, 0)) - nn.functional.pad(kernel, (0, 1))
    return kernel
