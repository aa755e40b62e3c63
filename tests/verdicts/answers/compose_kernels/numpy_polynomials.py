"""
says: products of polynomials, row by row, in NumPy
kind: right
"""
import numpy as np


def compose_kernels(K1, K2):
    K = np.zeros((len(K1) + len(K2) - 1, K1.shape[1] + K2.shape[1] - 1))
    for i, row1 in enumerate(K1.numpy()):
        for j, row2 in enumerate(K2.numpy()):
            K[i + j] += np.convolve(row1, row2)
    return torch.from_numpy(K).float()
