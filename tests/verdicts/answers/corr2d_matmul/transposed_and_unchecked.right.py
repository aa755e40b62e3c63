"""
says: folds back columns first, and checks the rows only; repaired: rows first, both checks
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    return (K.reshape(-1) @ U).reshape(H - h + 1, -1)
