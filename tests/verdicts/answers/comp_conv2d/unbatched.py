"""
says: one axis is enough: layers take an image without a batch
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X[None])[0]
