"""
says: as_strided and select
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.expand(1, 1, *X.shape))
    return Y.select(0, 0).select(0, 0)
