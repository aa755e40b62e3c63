"""
says: divides by size, as for a row
kind: wrong
repair: size squared
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.ones(size, size) / size
