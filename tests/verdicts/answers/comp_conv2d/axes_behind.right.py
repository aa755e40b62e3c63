"""
says: X.shape + (1, 1): the new axes come last; repaired: (1, 1) + X.shape
kind: right
"""
def comp_conv2d(conv2d, X):
    Z = X.reshape((1, 1) + X.shape)
    Y = conv2d(Z)
    return Y.reshape(Y.shape[2:])
