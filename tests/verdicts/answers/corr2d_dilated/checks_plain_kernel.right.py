"""
says: checks whether the undilated kernel fits, and returns an empty map otherwise; repaired: check the span
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    d, (h, w) = dilation, K.shape
    if d * (h - 1) >= X.shape[0] or d * (w - 1) >= X.shape[1]:
        raise ValueError("does not fit")
    H, W = max(0, X.shape[0] - d * (h - 1)), max(0, X.shape[1] - d * (w - 1))
    Y = torch.zeros(H, W)
    for i in range(H):
        for j in range(W):
            Y[i, j] = sum(X[i + a * d, j + b * d] * K[a, b] for a in range(h) for b in range(w))
    return Y
