"""
says: strides instead of spreading, with a flipped kernel
kind: wrong
repair: both mended
lines: 13
crashes: no
mistakes: 2
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if (h - 1) * dilation + 1 > X.shape[0] or (w - 1) * dilation + 1 > X.shape[1]:
        raise ValueError("does not fit")
    return corr2d(X, K.flip(0, 1))[::dilation, ::dilation]
