"""
says: sizes are (width, height) in this head, so the output lies on its side
kind: wrong
repair: rows first
lines: 15, 18
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(W - w + 1, H - h + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[j, i] = (X[i:i + h, j:j + w] * K).sum()
    return Y
