"""
says: the twin of one_axis_in_front, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None, None])[0, 0]
