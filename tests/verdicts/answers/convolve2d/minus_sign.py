"""
says: takes the minus signs of the formula for signs of the kernel
kind: wrong
repair: flip, no minus
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, -K)
