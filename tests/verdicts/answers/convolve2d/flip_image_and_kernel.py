"""
says: flips image and kernel
kind: wrong
repair: the kernel only
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X.flip([0, 1]), K.flip([0, 1]))
