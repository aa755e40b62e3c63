"""
says: makes an even size odd, "kernels need a middle"; repaired: keep the size
kind: right
"""
def box_blur(size):
    size = int(size)
    return torch.ones(size, size).div(size * size)
