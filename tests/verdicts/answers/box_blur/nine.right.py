"""
says: the twin of nine, repaired
kind: right
"""
def box_blur(size):
    K = torch.ones((size, size))
    return K / K.numel()
