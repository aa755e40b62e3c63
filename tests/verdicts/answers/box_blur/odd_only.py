"""
says: Builds the kernel from a half width around a centre, so an even size comes out one too large
kind: wrong
repair: the side line, as in the twin
lines: 10
crashes: no
"""
def box_blur(size):
    half = size // 2
    side = 2 * half + 1
    return torch.ones(side, side) / (side * side)
