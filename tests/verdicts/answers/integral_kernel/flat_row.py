"""
says: one axis, shape (length,)
kind: wrong
repair: add the axis of rows
lines: 10
crashes: no
"""
def integral_kernel(length):
    kernel = torch.ones(length)
    return kernel
