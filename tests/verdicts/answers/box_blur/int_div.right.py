"""
says: the twin of int_div, repaired
kind: right
"""
def box_blur(size):
    K = torch.ones(size, size)
    K /= K.sum()
    return K
