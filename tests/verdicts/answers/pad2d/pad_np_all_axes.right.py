"""
says: the twin of pad_np_all_axes, repaired
kind: right
"""
def pad2d(X, padding):
    import numpy as np

    return torch.from_numpy(np.pad(X.numpy(), [(0, 0)] * (X.dim() - 2) + [(p, p) for p in padding]))
