"""
says: divides by degree!
kind: wrong
repair: as it is
lines: 11
crashes: no
"""
def derivative_kernel(degree):
    from math import comb, factorial

    return torch.tensor([[(-1) ** (degree - i) * comb(degree, i) / factorial(degree) for i in range(degree + 1)]])
