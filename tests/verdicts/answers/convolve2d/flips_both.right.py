"""
says: flips image and kernel; repaired: flip the kernel only
kind: right
"""
def convolve2d(X, K):
    flipped = K.flip(0, 1)
    return corr2d(X, flipped)
