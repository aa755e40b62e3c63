"""
says: NumPy's allclose on numbers scaled to one
kind: right
"""
import numpy as np


def same_result(Y1, Y2):
    a, b = Y1.numpy().astype(np.float64), Y2.numpy().astype(np.float64)
    if a.shape != b.shape:
        return False
    scale = max(np.abs(a).max(), np.abs(b).max()) or 1.0
    return np.allclose(a / scale, b / scale, rtol=0, atol=1e-5)
