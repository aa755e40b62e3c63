"""
says: the twin of one_argument_ones, repaired
kind: right
"""
def box_blur(size):
    return torch.ones(size, size) / size ** 2
