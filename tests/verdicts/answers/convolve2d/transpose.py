"""
says: Takes transposing for flipping: K.T mirrors at the diagonal, convolution turns the kernel by 180 degrees
kind: wrong
repair: line with K.T, as in the twin
lines: 9
crashes: no
"""
def convolve2d(X, K):
    flipped = K.T
    return corr2d(X, flipped)
