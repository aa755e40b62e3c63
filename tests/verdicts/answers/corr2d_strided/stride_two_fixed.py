"""
says: every second row and column, whatever the stride
kind: wrong
repair: the stride that is given
lines: 13
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    Y = corr2d(X, K)
    if stride == (1, 1):
        return Y
    return Y[::2, ::2]
