"""
says: makes every size odd; repaired: the size as it is
kind: right
"""
def box_blur(size):
    size = int(size)
    return torch.ones(size, size) / size**2
