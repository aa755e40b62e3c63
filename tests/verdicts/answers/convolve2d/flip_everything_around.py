"""
says: flips the image, correlates, flips the result
kind: right
"""
def convolve2d(X, K):
    return corr2d(X.flip(0, 1), K).flip(0, 1)
