"""
says: the running sums themselves as a kernel
kind: wrong
repair: ones
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.ones(1, length).cumsum(1)
