"""
says: exchanges the strides and forgets the padding
kind: wrong
repair: both mended
lines: 10
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return corr2d(X, K)[::stride[1], ::stride[0]]
