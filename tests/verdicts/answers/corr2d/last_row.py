"""
says: The loops stop one place too early: range(H - h) instead of range(H - h + 1), so the last row and column are never computed (they stay 0)
kind: wrong
repair: lines `for i`/`for j`, as in the twin
lines: 16, 17
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D please")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel too big")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h):
        for j in range(W - w):
            Y[i, j] = torch.sum(X[i:i+h, j:j+w] * K)
    return Y
