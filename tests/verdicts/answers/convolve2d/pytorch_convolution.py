"""
says: trusts the name of nn.functional.conv2d
kind: wrong
repair: flip the kernel, conv2d does not
lines: 10
crashes: no
"""
def convolve2d(X, K):
    X, K = X.double(), K.double()
    return nn.functional.conv2d(X[None, None], K[None, None])[0, 0]
