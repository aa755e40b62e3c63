"""
says: the twin of floor_div, repaired
kind: right
"""
def box_blur(size):
    return torch.full((size, size), 1.0 * (1 / (size * size)))
