"""
says: flips the transposed kernel
kind: wrong
repair: flips the kernel
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, K.T.flip(0, 1))
