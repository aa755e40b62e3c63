"""
says: divides by the length
kind: wrong
repair: no division
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.full((1, length), 1 / length)
