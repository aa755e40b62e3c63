"""
says: divides whole numbers with //, which leaves 0; repaired: /
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) * (1 / size**2)
