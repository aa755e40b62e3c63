"""
says: calls flip and throws its result away
kind: wrong
repair: K = K.flip(0, 1)
lines: 9
crashes: no
"""
def convolve2d(X, K):
    K.flip(0, 1)
    return corr2d(X, K)
