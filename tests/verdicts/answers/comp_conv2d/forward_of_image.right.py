"""
says: the twin of forward_of_image, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None, None])[0, 0]
