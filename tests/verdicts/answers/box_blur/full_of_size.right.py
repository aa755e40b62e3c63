"""
says: the twin of full_of_size, repaired
kind: right
"""
def box_blur(size):
    return torch.full((size, size), 1 / size**2)
