"""
says: takes "flipped" to mean transposed
kind: wrong
repair: flip both axes
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, K.t())
