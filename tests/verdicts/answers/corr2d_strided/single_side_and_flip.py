"""
says: pads once below and right, and flips the kernel
kind: wrong
repair: both mended
lines: 10, 11
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (0, padding[1], 0, padding[0]))
    return corr2d(X, K.flip(0, 1))[::stride[0], ::stride[1]]
