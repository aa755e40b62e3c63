"""
says: length x length ones
kind: wrong
repair: one row
lines: 9
crashes: no
"""
def integral_kernel(length):
    K = torch.ones(length, length)
    return K
