"""
says: folds the result back with columns before rows; repaired: rows first
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    y = K.reshape(1, h * w) @ U
    return y.reshape(H - h + 1, W - w + 1)
