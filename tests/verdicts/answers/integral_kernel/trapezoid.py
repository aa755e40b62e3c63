"""
says: the trapezoid rule with half weights at both ends
kind: wrong
repair: full weights
lines: 10
crashes: no
"""
def integral_kernel(length):
    kernel = torch.ones(1, length)
    kernel[0, 0] = kernel[0, -1] = 0.5
    return kernel
