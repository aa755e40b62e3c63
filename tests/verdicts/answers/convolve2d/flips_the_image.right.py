"""
says: flips the image in place of the kernel; repaired: flip the kernel
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(0, 1))
