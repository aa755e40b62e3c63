"""
says: Pascal's triangle, all positive; repaired: alternate the signs
kind: right
"""
import math


def derivative_kernel(degree):
    return torch.tensor([[(-1.0) ** (degree - i) * math.comb(degree, i) for i in range(degree + 1)]])
