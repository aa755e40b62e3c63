"""
says: the twin of last_axes_kept, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y[0, 0]
