"""
says: uses comb without importing it; repaired: import it
kind: right
"""
from math import comb


def derivative_kernel(degree):
    return torch.tensor([[(-1.0) ** (degree + i) * comb(degree, i) for i in range(degree + 1)]])
