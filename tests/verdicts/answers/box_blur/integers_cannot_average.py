"""
says: takes the mean of integer ones
kind: wrong
repair: floats
lines: 10
crashes: yes
cause: mean() is not defined for integers
"""
def box_blur(size):
    ones = torch.ones(size, size, dtype=torch.long)
    return ones * ones.mean() / size**2
