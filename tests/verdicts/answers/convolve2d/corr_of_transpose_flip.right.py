"""
says: the twin of corr_of_transpose_flip, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(0, 1))
