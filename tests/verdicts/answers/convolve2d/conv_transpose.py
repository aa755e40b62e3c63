"""
says: right, by conv transpose
kind: right
"""
def convolve2d(X, K):
    h, w = K.shape
    full = nn.functional.conv_transpose2d(X[None, None], K[None, None])[0, 0]
    return full[h - 1 : X.shape[0], w - 1 : X.shape[1]]
