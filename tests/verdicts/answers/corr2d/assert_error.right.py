"""
says: the twin of assert_error, repaired
kind: right
"""
def corr2d(X, K):
    if not (X.dim() == 2 and K.dim() == 2): raise ValueError("only 2-D")
    h, w = K.shape
    H, W = X.shape
    if not (h <= H and w <= W): raise ValueError("kernel too large")
    return sum(
        X[a : H - h + 1 + a, b : W - w + 1 + b] * K[a, b]
        for a in range(h)
        for b in range(w)
    )
