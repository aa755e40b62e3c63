"""
says: pads the response instead of the image
kind: wrong
repair: the image
lines: 9
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Y = pad2d(corr2d(X, K), padding)
    return Y[::stride[0], ::stride[1]]
