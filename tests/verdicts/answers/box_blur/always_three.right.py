"""
says: a 3 x 3 blur for every size; repaired: size
kind: right
"""
def box_blur(size):
    return torch.full((size, size), 1.0 / size ** 2)
