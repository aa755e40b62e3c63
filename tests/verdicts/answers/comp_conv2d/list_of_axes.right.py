"""
says: the twin of list_of_axes, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None, None])[0, 0]
