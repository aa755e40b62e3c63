"""
says: pads the image first, so that the result has the size of "full" convolution
kind: wrong
repair: no padding
lines: 10
crashes: no
"""
def convolve2d(X, K):
    h, w = K.shape
    X = nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(X, K.flip(0, 1))
