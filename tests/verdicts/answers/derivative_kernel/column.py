"""
says: a column in place of a row
kind: wrong
repair: a row
lines: 11
crashes: no
"""
def derivative_kernel(degree):
    from math import comb

    return torch.tensor([[(-1.0) ** (degree - i) * comb(degree, i)] for i in range(degree + 1)])
