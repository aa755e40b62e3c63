"""
says: the twin of spread_two, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    if dilation == 1:
        return corr2d(X, K)
    h, w = K.shape
    spread = torch.zeros(dilation * (h - 1) + 1, dilation * (w - 1) + 1)
    for a in range(h):
        for b in range(w):
            spread[dilation * a, dilation * b] = K[a, b]
    return corr2d(X, spread)
