"""
says: unfolds windows of w rows and h columns; repaired: (h, w)
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    return (K.flatten() @ U).reshape(H - h + 1, W - w + 1)
