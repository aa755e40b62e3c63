"""
says: averages, and pads half of what is asked
kind: wrong
repair: both mended
lines: 10, 11
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, (padding[0] // 2, padding[1] // 2))
    return (corr2d(X, K) / K.numel())[::stride[0], ::stride[1]]
