"""
says: gives the result the shape of X again
kind: wrong
repair: the last two axes of the result
lines: 11
crashes: yes
cause: the result has fewer numbers than X
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(X.shape)
