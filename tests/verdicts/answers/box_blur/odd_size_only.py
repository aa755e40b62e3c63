"""
says: makes every size odd
kind: wrong
repair: the size as it is
lines: 9
crashes: no
"""
def box_blur(size):
    size = size // 2 * 2 + 1
    return torch.ones(size, size) / size**2
