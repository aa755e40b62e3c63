"""
says: uses K.data, so only the image gets a gradient
kind: wrong
repair: K
lines: 14
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if not all(k <= x for k, x in zip(K.shape, X.shape)):
        raise ValueError("K does not fit in X")
    h, w = K.shape
    weights = K.data
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for a in range(h):
        for b in range(w):
            Y = Y + X[a:a + Y.shape[0], b:b + Y.shape[1]] * weights[a, b]
    return Y
