"""
says: strides the columns, rows stay
kind: wrong
repair: both
lines: 10
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    return corr2d(X, K)[:, ::stride[1]]
