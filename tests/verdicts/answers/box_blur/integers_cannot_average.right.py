"""
says: takes the mean of integer ones; repaired: floats
kind: right
"""
def box_blur(size):
    ones = torch.ones(size, size, dtype=torch.double)
    return ones * ones.mean() / size**2
