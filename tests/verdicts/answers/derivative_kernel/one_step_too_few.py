"""
says: range(1, degree): one difference too few
kind: wrong
repair: range(degree)
lines: 10
crashes: no
"""
def derivative_kernel(degree):
    kernel = torch.ones(1, 1)
    for _ in range(1, degree):
        kernel = nn.functional.pad(kernel, (1, 0)) - nn.functional.pad(kernel, (0, 1))
    return kernel
