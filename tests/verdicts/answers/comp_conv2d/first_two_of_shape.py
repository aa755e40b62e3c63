"""
says: folds by shape[:2], the axes of 1
kind: wrong
repair: shape[2:]
lines: 11
crashes: yes
cause: more numbers than fit
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X.view(1, 1, *X.shape))
    return Y.reshape(Y.shape[:2])
