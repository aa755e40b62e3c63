"""
says: calls the layer with a second argument, stride
kind: wrong
repair: image only
lines: 11
crashes: yes
cause: one argument too many
"""
def comp_conv2d(conv2d, X):
    X = X[None, None]
    return conv2d(X, conv2d.stride)[0, 0]
