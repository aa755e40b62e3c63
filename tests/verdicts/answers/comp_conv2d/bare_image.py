"""
says: hands the bare image to the layer
kind: wrong
repair: add two axes
lines: 10
crashes: yes
cause: the layer wants three or four axes
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X)
    return Y
