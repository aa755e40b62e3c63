"""
says: writes ^ for "to the power of"
kind: wrong
repair: **
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.ones(size, size) / (size ^ 2)
