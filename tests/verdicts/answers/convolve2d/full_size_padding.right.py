"""
says: pads the image first, so that the result has the size of "full" convolution; repaired: no padding
kind: right
"""
def convolve2d(X, K):
    h, w = K.shape
    return corr2d(X, K.flip(0, 1))
