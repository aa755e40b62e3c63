"""
says: dilates rows, not columns
kind: wrong
repair: both
lines: 10, 11
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros((h - 1) * dilation + 1, w)
    spread[::dilation] = K
    if spread.shape[0] > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("the dilated kernel does not fit")
    return corr2d(X, spread)
