"""
says: returns the layer's result as it is
kind: wrong
repair: the last two axes
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    X = X.view((1, 1) + X.shape)
    return conv2d(X)
