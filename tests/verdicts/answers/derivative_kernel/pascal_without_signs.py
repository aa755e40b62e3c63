"""
says: Pascal's triangle, all positive
kind: wrong
repair: alternate the signs
lines: 12
crashes: no
"""
import math


def derivative_kernel(degree):
    return torch.tensor([[float(math.comb(degree, i)) for i in range(degree + 1)]])
