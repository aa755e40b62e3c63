"""
says: trusts the name of nn.functional.conv2d; repaired: flip the kernel, conv2d does not
kind: right
"""
def convolve2d(X, K):
    X, K = X.double(), K.double()
    return nn.functional.conv2d(X[None, None], K.flip(0, 1)[None, None])[0, 0]
