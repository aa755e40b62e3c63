"""
says: adds to an output that starts with ones
kind: wrong
repair: start with zeros
lines: 14
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    Y = torch.ones((H - h + 1, W - w + 1))
    for a in range(h):
        for b in range(w):
            Y = Y + K[a, b] * X[a:H - h + 1 + a, b:W - w + 1 + b]
    return Y
