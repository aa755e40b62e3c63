"""
says: torch.full takes the size as a tuple; repaired: brackets around the size
kind: right
"""
def box_blur(size):
    weight = 1 / (size * size)
    return torch.full((size, size), weight)
