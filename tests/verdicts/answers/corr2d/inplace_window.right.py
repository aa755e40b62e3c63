"""
says: the twin of inplace_window, repaired
kind: right
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
            window = window * K
            Y[i, j] = window.sum()
    return Y
