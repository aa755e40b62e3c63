"""
says: flips the image in place of the kernel
kind: wrong
repair: flip the kernel
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X.flip(0, 1), K)
