"""
says: starts at the stride instead of at 0
kind: wrong
repair: from 0
lines: 10
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    return corr2d(X, K)[stride[0] - 1::stride[0], stride[1] - 1::stride[1]]
