"""
says: the twin of total_reset_per_row, repaired
kind: right
"""
def corr2d(X, K):
    if X.ndim != 2 or K.ndim != 2:
        raise ValueError("X and K must be 2-D")
    kh, kw = K.shape
    nh, nw = X.shape
    if kh > nh or kw > nw:
        raise ValueError("kernel too big")
    out = torch.zeros(nh - kh + 1, nw - kw + 1)
    for i in range(nh - kh + 1):
        for j in range(nw - kw + 1):
            s = 0
            for a in range(kh):
                for b in range(kw):
                    s = s + X[i + a, j + b] * K[a, b]
            out[i, j] = s
    return out
