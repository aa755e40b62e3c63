"""
says: flips the kernel, and exchanges the strides
kind: wrong
mistakes: 2
repair: no flip, rows first
lines: 11
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return corr2d(X, K.flip(0, 1))[::stride[1], ::stride[0]]
