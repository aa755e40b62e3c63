"""
says: the twin of first_two_of_shape, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.view(1, 1, *X.shape))
    return Y.reshape(Y.shape[2:])
