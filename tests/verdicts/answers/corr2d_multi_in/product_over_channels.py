"""
says: multiplies the maps
kind: wrong
repair: adds them
lines: 13
crashes: no
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channels differ")
    Y = corr2d(X[0], K[0])
    for c in range(1, len(X)):
        Y = Y * corr2d(X[c], K[c])
    return Y
