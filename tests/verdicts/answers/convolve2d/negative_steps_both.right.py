"""
says: the twin of negative_steps_both, repaired
kind: right
"""
def convolve2d(X, K):
    K = K.flip((0, 1))
    return corr2d(X, K)
