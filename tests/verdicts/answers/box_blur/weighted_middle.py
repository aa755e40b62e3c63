"""
says: a bell: pixels near the middle count more
kind: wrong
repair: the same for every pixel
lines: 10
crashes: no
"""
def box_blur(size):
    row = torch.minimum(torch.arange(1.0, size + 1), torch.arange(float(size), 0, -1))
    kernel = row[:, None] * row
    return kernel / kernel.sum()
