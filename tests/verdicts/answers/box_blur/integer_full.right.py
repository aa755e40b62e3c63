"""
says: the twin of integer_full, repaired
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) * (1 / (size * size))
