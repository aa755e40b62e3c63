"""
says: calls flip and throws its result away; repaired: K = K.flip(0, 1)
kind: right
"""
def convolve2d(X, K):
    K = K.flip(0, 1)
    return corr2d(X, K)
