"""
says: takes dilation for the number of holes between taps
kind: wrong
repair: for the distance
lines: 10
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    d = dilation + 1
    eh, ew = (h - 1) * d + 1, (w - 1) * d + 1
    if eh > X.shape[0] or ew > X.shape[1]:
        raise ValueError("does not fit")
    return nn.functional.conv2d(X[None, None], K[None, None], dilation=d)[0, 0]
