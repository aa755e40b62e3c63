"""
says: the twin of x_requires_four, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X.reshape(1, 1, *X.shape)
    return conv2d(X)[0, 0]
