"""
says: detaches the result before returning
kind: wrong
repair: returns it attached
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y.detach()[0, 0]
