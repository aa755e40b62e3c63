"""
says: 1, 2, 3: the running number instead of ones
kind: wrong
repair: ones
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.arange(1, length + 1).float().reshape(1, length)
