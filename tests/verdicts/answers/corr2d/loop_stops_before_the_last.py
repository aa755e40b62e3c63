"""
says: the output has the right size, but range ends one place early in both loops
kind: wrong
repair: let the ranges run over all rows and columns of Y
lines: 15, 16
crashes: no
"""
def corr2d(X, K):
    if not (X.dim() == K.dim() == 2):
        raise ValueError("X, K must be 2-D")
    h, w = K.shape
    if X.shape[0] < h or X.shape[1] < w:
        raise ValueError("K must fit in X")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(X.shape[0] - h):
        for j in range(X.shape[1] - w):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
