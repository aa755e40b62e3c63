"""
says: torch.ones(size) is one row only
kind: wrong
repair: size by size
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.ones(size) / size ** 2
