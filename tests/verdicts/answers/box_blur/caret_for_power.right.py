"""
says: writes ^ for "to the power of"; repaired: **
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) / (size ** 2)
