"""
says: dilates the rows and forgets the columns
kind: wrong
repair: both
lines: 10, 11
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    spread = torch.zeros(dilation * (h - 1) + 1, w)
    spread[::dilation] = K
    return corr2d(X, spread)
