"""
says: starts the signs with + on the left
kind: wrong
repair: the last is +
lines: 11
crashes: no
"""
def derivative_kernel(degree):
    from math import comb

    return torch.tensor([[(-1.0) ** i * comb(degree, i) for i in range(degree + 1)]])
