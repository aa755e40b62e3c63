"""
says: folds back columns first, and checks the rows only
kind: wrong
mistakes: 2
repair: rows first, both checks
lines: 11, 14
crashes: no
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    return (K.reshape(-1) @ U).reshape(-1, H - h + 1)
