"""
says: flips the kernel upside down only; repaired: flip both axes
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(0, 1))
