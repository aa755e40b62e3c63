"""
says: Whole-number division // turns 1 / size² into 0
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.full((size, size), 1.0 * (1 // (size * size)))
