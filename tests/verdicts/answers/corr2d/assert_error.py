"""
says: Checks the inputs with assert, which raises an AssertionError and not the ValueError that was asked for
kind: wrong
repair: the two assert lines, as in the twin
lines: 9, 12
crashes: no
"""
def corr2d(X, K):
    assert X.dim() == 2 and K.dim() == 2, "only 2-D"
    h, w = K.shape
    H, W = X.shape
    assert h <= H and w <= W, "kernel too large"
    return sum(
        X[a : H - h + 1 + a, b : W - w + 1 + b] * K[a, b]
        for a in range(h)
        for b in range(w)
    )
