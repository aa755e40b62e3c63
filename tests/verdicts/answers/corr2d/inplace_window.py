"""
says: `window *= K` multiplies in place; a slice is a view, so it overwrites X itself and the following windows read spoilt pixels
kind: wrong
repair: line `window *= K`, as in the twin
lines: 20
crashes: yes
cause: what it says
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must have two axes")
    h, w = K.shape
    H, W = X.shape
    if H < h or W < w:
        raise ValueError("K larger than X")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            window = X[i:i + h, j:j + w]
            window *= K
            Y[i, j] = window.sum()
    return Y
