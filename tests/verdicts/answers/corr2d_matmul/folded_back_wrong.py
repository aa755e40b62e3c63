"""
says: folds the result back with columns before rows
kind: wrong
repair: rows first
lines: 14
crashes: no
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    y = K.reshape(1, h * w) @ U
    return y.reshape(W - w + 1, H - h + 1)
