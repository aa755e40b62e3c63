"""
says: the twin of float_size_half, repaired
kind: right
"""
def box_blur(size):
    K = torch.ones(size, size)
    return K / K.sum()
