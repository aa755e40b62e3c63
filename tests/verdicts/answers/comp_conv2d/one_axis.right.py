"""
says: the twin of one_axis, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    out = conv2d(X.expand(1, 1, -1, -1))
    return out[0, 0]
