"""
says: a Gaussian blur: the middle counts more
kind: wrong
repair: equal weights
lines: 10
crashes: no
"""
def box_blur(size):
    offsets = torch.arange(size) - (size - 1) / 2
    row = torch.exp(-offsets**2 / 2)
    row = row / row.sum()
    return torch.outer(row, row)
