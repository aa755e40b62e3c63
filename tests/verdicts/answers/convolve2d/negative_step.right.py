"""
says: reverses with [::-1, ::-1], as in NumPy; repaired: flip
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(-1, -2))
