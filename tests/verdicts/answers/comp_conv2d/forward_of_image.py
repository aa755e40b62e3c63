"""
says: X(conv2d): calls the image
kind: wrong
repair: calls the layer
lines: 10
crashes: yes
cause: a tensor is no function
"""
def comp_conv2d(conv2d, X):
    return X[None, None](conv2d)[0, 0]
