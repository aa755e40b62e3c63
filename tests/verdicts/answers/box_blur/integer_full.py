"""
says: divides in integers: all zeros for sizes above 1
kind: wrong
repair: true division
lines: 9
crashes: no
"""
def box_blur(size):
    return torch.ones(size, size) * (1 // (size * size))
