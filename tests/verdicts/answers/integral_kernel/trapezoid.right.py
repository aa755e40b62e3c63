"""
says: the trapezoid rule with half weights at both ends; repaired: full weights
kind: right
"""
def integral_kernel(length):
    kernel = torch.ones(1, length)
    kernel[0, 0] = kernel[0, -1] = 1.0
    return kernel
