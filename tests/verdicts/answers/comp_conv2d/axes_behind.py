"""
says: X.shape + (1, 1): the new axes come last
kind: wrong
repair: (1, 1) + X.shape
lines: 10
crashes: yes
cause: the columns stand where the channels belong
"""
def comp_conv2d(conv2d, X):
    Z = X.reshape(X.shape + (1, 1))
    Y = conv2d(Z)
    return Y.reshape(Y.shape[2:])
