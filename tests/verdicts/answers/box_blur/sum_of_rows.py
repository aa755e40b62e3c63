"""
says: normalises each row by its own sum
kind: wrong
repair: by the sum of all
lines: 10
crashes: no
"""
def box_blur(size):
    kernel = torch.ones(size, size)
    return kernel / kernel.sum(dim=1, keepdim=True)
