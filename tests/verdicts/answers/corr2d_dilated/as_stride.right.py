"""
says: the twin of as_stride, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    d = dilation
    if d * (K.shape[0] - 1) + 1 > X.shape[0] or d * (K.shape[1] - 1) + 1 > X.shape[1]:
        raise ValueError("no fit")
    return nn.functional.conv2d(X[None, None], K[None, None], dilation=d)[0, 0]
