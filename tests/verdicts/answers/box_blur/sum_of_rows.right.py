"""
says: normalises each row by its own sum; repaired: by the sum of all
kind: right
"""
def box_blur(size):
    kernel = torch.ones(size, size)
    return kernel / kernel.sum()
