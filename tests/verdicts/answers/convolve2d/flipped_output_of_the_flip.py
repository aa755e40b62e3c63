"""
says: flips the kernel along rows only, and returns the result upside down
kind: wrong
mistakes: 2
repair: flip both axes, and leave the result
lines: 10, 11
crashes: no
"""
def convolve2d(X, K):
    result = corr2d(X, K.fliplr())
    return result.flipud()
