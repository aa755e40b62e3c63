"""
says: The holes are put in with a fixed step of 2, so only dilation 2 is right (dilation 1 is treated apart)
kind: wrong
repair: spread lines, as in the twin
lines: 15
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    if dilation == 1:
        return corr2d(X, K)
    h, w = K.shape
    spread = torch.zeros(dilation * (h - 1) + 1, dilation * (w - 1) + 1)
    for a in range(h):
        for b in range(w):
            spread[2 * a, 2 * b] = K[a, b]
    return corr2d(X, spread)
