"""
says: Every size is divided by 9, which is right only for 3
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def box_blur(size):
    K = torch.ones((size, size))
    return K / 9
