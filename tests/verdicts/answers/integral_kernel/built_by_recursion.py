"""
says: one number longer than the kernel before
kind: right
"""
def integral_kernel(length):
    one = torch.ones(1, 1)
    return one if length == 1 else torch.cat([integral_kernel(length - 1), one], dim=1)
