"""
says: believes that a slice includes its end, so subtracts 1
kind: wrong
repair: end at i + h, j + w
lines: 20
crashes: yes
cause: the slice stops before its end and is one row and one column too small
"""
def corr2d(X, K):
    if X.dim() != 2:
        raise ValueError("X must be 2-D")
    if K.dim() != 2:
        raise ValueError("K must be 2-D")
    h, w = K.shape
    if X.shape[0] < h or X.shape[1] < w:
        raise ValueError("K does not fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            field = X[i:i + h - 1, j:j + w - 1]
            Y[i, j] = (field * K).sum()
    return Y
