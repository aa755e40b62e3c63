"""
says: a bell: pixels near the middle count more; repaired: the same for every pixel
kind: right
"""
def box_blur(size):
    row = torch.minimum(torch.arange(1.0, size + 1), torch.arange(float(size), 0, -1))
    kernel = torch.ones_like(row)[:, None] * torch.ones_like(row)
    return kernel / kernel.sum()
