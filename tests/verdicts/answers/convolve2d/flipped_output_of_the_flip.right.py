"""
says: flips the kernel along rows only, and returns the result upside down; repaired: flip both axes, and leave the result
kind: right
"""
def convolve2d(X, K):
    result = corr2d(X, K.fliplr().flipud())
    return result
