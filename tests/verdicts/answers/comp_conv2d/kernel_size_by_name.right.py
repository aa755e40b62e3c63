"""
says: the twin of kernel_size_by_name, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X[None, None]
    return conv2d(X)[0, 0]
