"""
says: the twin of mean_of_empty, repaired
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) * (1 / size**2)
