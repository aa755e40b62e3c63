"""
says: makes an even size odd, "kernels need a middle"
kind: wrong
repair: keep the size
lines: 9
crashes: no
"""
def box_blur(size):
    size = 2 * (size // 2) + 1
    return torch.ones(size, size).div(size * size)
