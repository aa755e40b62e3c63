"""
says: divides whole numbers with //, which leaves 0
kind: wrong
repair: /
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.ones(size, size) * (1 // size**2)
