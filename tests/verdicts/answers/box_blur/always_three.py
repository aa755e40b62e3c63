"""
says: a 3 x 3 blur for every size
kind: wrong
repair: size
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.full((3, 3), 1.0 / 9)
