"""
says: dilates the rows only
kind: wrong
repair: both axes
lines: 12
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if (h - 1) * dilation + 1 > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("does not fit")
    return nn.functional.conv2d(X[None, None], K[None, None], dilation=(dilation, 1))[0, 0]
