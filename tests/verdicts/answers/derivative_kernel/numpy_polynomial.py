"""
says: the coefficients of (x - 1)^degree
kind: right
"""
import numpy as np


def derivative_kernel(degree):
    coefficients = np.poly(np.ones(degree))[::-1]
    return torch.from_numpy(coefficients.round().copy())[None].float()
