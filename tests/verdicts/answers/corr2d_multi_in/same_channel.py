"""
says: X[0] with every kernel
kind: wrong
repair: X[c]
lines: 11
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return sum(corr2d(X[0], k) for k in K)
