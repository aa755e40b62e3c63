"""
says: One pair of brackets missing: torch.ones(length) is 1-D, the kernel must be (1, length)
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.ones(length)
