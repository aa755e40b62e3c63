"""
says: a mean filter in float64
kind: right
"""
def box_blur(size):
    K = torch.ones((size, size), dtype=torch.float64)
    K /= K.numel()
    return K
