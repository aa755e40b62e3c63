"""
says: K.flip(1).flip(1): the same axis twice
kind: wrong
repair: both axes
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(1).flip(1))
