"""
says: takes every d-th pixel of X first
kind: wrong
repair: of the window
lines: 12
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if (h - 1) * dilation + 1 > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("does not fit")
    return corr2d(X[::dilation, ::dilation], K)
