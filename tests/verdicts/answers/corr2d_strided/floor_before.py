"""
says: Divides H - h + 1 by the stride (rounding down) instead of (H - h) // stride + 1: a place is lost whenever the stride does not divide it
kind: wrong
repair: Y line, as in the twin
lines: 11
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    (H, W), (h, w) = X.shape, K.shape
    m, n = (H - h + 1) // stride[0], (W - w + 1) // stride[1]
    windows = X.unfold(0, h, stride[0]).unfold(1, w, stride[1])[:m, :n]
    return (windows * K).sum((-1, -2))
