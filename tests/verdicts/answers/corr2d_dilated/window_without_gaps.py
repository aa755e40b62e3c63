"""
says: spreads the places, not the window: a stride
kind: wrong
repair: dilation in the window
lines: 13
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    if dilation * (h - 1) + 1 > X.shape[0] or dilation * (w - 1) + 1 > X.shape[1]:
        raise ValueError("does not fit")
    X4, K4 = X[None, None], K[None, None]
    return nn.functional.conv2d(X4, K4, stride=dilation)[0, 0]
