"""
says: thins the image, then correlates
kind: wrong
repair: take every dilation-th pixel into each window
lines: 13
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    d, (h, w) = dilation, K.shape
    H, W = X.shape[0] - d * (h - 1), X.shape[1] - d * (w - 1)
    if H < 1 or W < 1:
        raise ValueError("does not fit")
    return corr2d(X[::d, ::d], K)
