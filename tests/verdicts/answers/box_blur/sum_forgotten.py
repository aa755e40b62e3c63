"""
says: ones that add up to size squared
kind: wrong
repair: divide by their sum
lines: 10
crashes: no
"""
def box_blur(size):
    K = torch.ones(size, size)
    return K
