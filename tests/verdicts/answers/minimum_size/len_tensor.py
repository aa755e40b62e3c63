"""
says: returns derivative_kernel's tensor of sizes
kind: wrong
repair: an int
lines: 9
crashes: no
"""
def minimum_size(degree):
    return torch.ones(1, degree + 1).shape
