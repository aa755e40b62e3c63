"""
says: np.pad with both amounts for all axes
kind: wrong
repair: the last two
lines: 11
crashes: no
"""
def pad2d(X, padding):
    import numpy as np

    return torch.from_numpy(np.pad(X.numpy(), padding))
