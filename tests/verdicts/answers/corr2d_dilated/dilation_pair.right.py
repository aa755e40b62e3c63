"""
says: the twin of dilation_pair, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    dh = dw = dilation
    if (h - 1) * dh + 1 > X.shape[0] or (w - 1) * dw + 1 > X.shape[1]:
        raise ValueError("does not fit")
    return nn.functional.conv2d(X[None, None], K[None, None], dilation=(dh, dw))[0, 0]
