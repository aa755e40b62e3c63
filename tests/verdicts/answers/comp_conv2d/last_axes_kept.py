"""
says: Y[:, :, 0, 0]: the first number of each channel
kind: wrong
repair: Y[0, 0]
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y[:, :, 0, 0]
