"""
says: takes one of the two axes off
kind: wrong
repair: both
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.unsqueeze(0).unsqueeze(0))
    return Y[0]
