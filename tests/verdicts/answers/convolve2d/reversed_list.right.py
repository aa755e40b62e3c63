"""
says: the twin of reversed_list, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(0, 1))
