"""
says: the twin of floor_before, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    (H, W), (h, w) = X.shape, K.shape
    m, n = (H - h) // stride[0] + 1, (W - w) // stride[1] + 1
    windows = X.unfold(0, h, stride[0]).unfold(1, w, stride[1])[:m, :n]
    return (windows * K).sum((-1, -2))
