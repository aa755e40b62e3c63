"""
says: one axis in front only, and the result's first taken off
kind: wrong
repair: two
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None])[0, 0]
