"""
says: one small banded matrix per kernel row, summed
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    if min(n, m) < 1:
        raise ValueError("K does not fit in X")
    Y = 0
    for a in range(h):
        band = torch.stack([nn.functional.pad(K[a], (j, m - 1 - j)) for j in range(m)], dim=1)
        Y = Y + X[a:a + n] @ band
    return Y
