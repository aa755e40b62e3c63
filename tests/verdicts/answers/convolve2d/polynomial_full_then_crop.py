"""
says: transposed convolution is full convolution; the middle is cut out
kind: right
"""
def convolve2d(X, K):
    full = nn.functional.conv_transpose2d(X[None, None].double(), K[None, None].double())[0, 0]
    h, w = K.shape
    return full[h - 1:X.shape[0], w - 1:X.shape[1]]
