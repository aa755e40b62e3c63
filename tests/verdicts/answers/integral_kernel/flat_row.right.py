"""
says: one axis, shape (length,); repaired: add the axis of rows
kind: right
"""
def integral_kernel(length):
    kernel = torch.ones(length)
    return kernel[None]
