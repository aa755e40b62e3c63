"""
says: thinks the way back is a correlation, with a stride
kind: wrong
repair: conv_transpose2d
lines: 11
crashes: yes
cause: the kernel may be larger than the image
"""
def corr2d_transposed(X, K, stride=1):
    X, K = X[None, None], K[None, None]
    return nn.functional.conv2d(X, K, stride=stride)[0, 0]
