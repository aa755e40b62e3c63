"""
says: the twin of rows_only_dilated, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if (h - 1) * dilation + 1 > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("does not fit")
    return nn.functional.conv2d(X[None, None], K[None, None], dilation=(dilation, dilation))[0, 0]
