"""
says: divides by size, as for a row; repaired: size squared
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) / size ** 2
