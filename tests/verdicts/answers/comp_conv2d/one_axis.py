"""
says: Takes only one of the two axes off again: the result still has a channel axis
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    out = conv2d(X.expand(1, 1, -1, -1))
    return out[0]
