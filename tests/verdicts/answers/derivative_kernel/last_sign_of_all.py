"""
says: the sign of the last term for all
kind: wrong
repair: alternating
lines: 11
crashes: no
"""
def derivative_kernel(degree):
    from math import comb

    return torch.tensor([[(-1.0) ** degree * comb(degree, i) for i in range(degree + 1)]])
