"""
says: the running total is set to 0 once a row, not once a window
kind: wrong
repair: once a window
lines: 17, 19
crashes: no
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
        s = 0
        for j in range(nw - kw + 1):
            for a in range(kh):
                for b in range(kw):
                    s = s + X[i + a, j + b] * K[a, b]
            out[i, j] = s
    return out
