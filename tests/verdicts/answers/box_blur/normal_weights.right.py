"""
says: a Gaussian blur: the middle counts more; repaired: equal weights
kind: right
"""
def box_blur(size):
    offsets = torch.arange(size) - (size - 1) / 2
    row = torch.ones_like(offsets)
    row = row / row.sum()
    return torch.outer(row, row)
