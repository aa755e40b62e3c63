"""
says: for c in X.shape[0]
kind: wrong
repair: range
lines: 13
crashes: yes
cause: a number cannot be walked through
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    Y = 0
    for c in X.shape[0]:
        Y = Y + corr2d(X[c], K[c])
    return Y
