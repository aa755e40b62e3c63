"""
says: correlates, then flips the result
kind: wrong
repair: the kernel
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, K).flip(0, 1)
