"""
says: reversed(K) is a list's word
kind: wrong
repair: flip
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, reversed(K))
