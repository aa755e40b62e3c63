"""
says: the twin of flip_image_and_kernel, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip([0, 1]))
