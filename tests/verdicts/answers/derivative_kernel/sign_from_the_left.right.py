"""
says: the first number is always positive; repaired: the last one is
kind: right
"""
import math


def derivative_kernel(degree):
    numbers = []
    for i in range(degree + 1):
        sign = 1 if (degree - i) % 2 == 0 else -1
        numbers.append(sign * float(math.comb(degree, i)))
    return torch.tensor([numbers])
