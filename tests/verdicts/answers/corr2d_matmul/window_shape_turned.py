"""
says: unfolds windows of w rows and h columns
kind: wrong
repair: (h, w)
lines: 14
crashes: no
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    n, m = H - h + 1, W - w + 1
    X = nn.functional.pad(X, (0, H, 0, W))
    U = X.unfold(0, w, 1)[:n].unfold(1, h, 1)[:, :m].reshape(n * m, -1)
    return (U @ K.reshape(-1)).reshape(n, m)
