"""
says: starts from [1, -1], and returns a flat kernel
kind: wrong
mistakes: 2
repair: next minus this, and two axes
lines: 13, 14
crashes: no
"""
def derivative_kernel(degree):
    kernel = torch.ones(1)
    for _ in range(degree):
        here, moved = nn.functional.pad(kernel, (0, 1)), nn.functional.pad(kernel, (1, 0))
        kernel = here - moved
    return kernel
