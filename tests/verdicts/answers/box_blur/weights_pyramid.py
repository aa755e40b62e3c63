"""
says: a Gaussian-like pyramid that sums to 1
kind: wrong
repair: all the same
lines: 9
crashes: no
"""
def box_blur(size):
    row = torch.tensor([float(min(i, size - 1 - i) + 1) for i in range(size)])
    K = row[:, None] * row
    return K / K.sum()
