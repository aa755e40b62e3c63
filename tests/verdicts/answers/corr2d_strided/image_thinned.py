"""
says: thins the image, then correlates
kind: wrong
repair: correlate, then thin the output
lines: 11
crashes: yes
cause: the thinned image has other windows, and may be smaller than the kernel
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return corr2d(X[::stride[0], ::stride[1]], K)
