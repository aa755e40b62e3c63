"""
says: the twin of weight_and_functional, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None, None])[0, 0]
