"""
says: gives the result the shape of X again; repaired: the last two axes of the result
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(Y.shape[2:])
