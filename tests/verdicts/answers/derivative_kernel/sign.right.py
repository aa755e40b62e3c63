"""
says: the twin of sign, repaired
kind: right
"""
def derivative_kernel(degree):
    from math import comb
    row = [(-1.0) ** (degree - k) * comb(degree, k) for k in range(degree + 1)]
    return torch.tensor([row])
