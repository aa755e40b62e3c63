"""
says: divides by the factorial, so x**degree gives 1; repaired: no division
kind: right
"""
import math


def derivative_kernel(degree):
    kernel = torch.tensor([[1.0]])
    for _ in range(degree):
        kernel = torch.cat([-kernel, torch.zeros(1, 1)], 1) + torch.cat([torch.zeros(1, 1), kernel], 1)
    return kernel
