"""
says: starts from [1, -1], and returns a flat kernel; repaired: next minus this, and two axes
kind: right
"""
def derivative_kernel(degree):
    kernel = torch.ones(1)
    for _ in range(degree):
        here, moved = nn.functional.pad(kernel, (0, 1)), nn.functional.pad(kernel, (1, 0))
        kernel = moved - here
    return kernel[None]
