"""
says: centre pixel twice as heavy
kind: wrong
repair: all alike
lines: 10
crashes: no
"""
def box_blur(size):
    K = torch.ones(size, size)
    K[size // 2, size // 2] = 2
    return K / K.sum()
