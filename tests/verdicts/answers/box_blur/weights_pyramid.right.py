"""
says: the twin of weights_pyramid, repaired
kind: right
"""
def box_blur(size):
    row = torch.ones(size)
    K = row[:, None] * row
    return K / K.sum()
