"""
says: [1, 1] + X.shape, a list and a tuple; repaired: (1, 1)
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X.reshape((1, 1) + X.shape)
    Y = conv2d(X)
    return Y[0][0]
