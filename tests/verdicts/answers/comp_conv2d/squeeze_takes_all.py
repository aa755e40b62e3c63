"""
says: squeeze() takes single rows and columns, too
kind: wrong
repair: [0, 0]
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y.squeeze()
