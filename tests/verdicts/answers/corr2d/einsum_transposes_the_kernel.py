"""
says: names the axes of the kernel b, a in einsum
kind: wrong
repair: a, b
lines: 15
crashes: yes
cause: rows of the kernel are matched with columns of the window, which fits for square kernels only
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    patches = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return torch.einsum("ijab,ba->ij", patches.double(), K.double())
