"""
says: flips image and kernel
kind: wrong
repair: flip the kernel only
lines: 10
crashes: no
"""
def convolve2d(X, K):
    flipped = K.flip(0, 1)
    return corr2d(X.flip(0, 1), flipped)
