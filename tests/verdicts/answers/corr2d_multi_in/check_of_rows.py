"""
says: compares the numbers of rows, not of channels
kind: wrong
repair: shape[0] of both
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[1] != K.shape[1]:
        raise ValueError("different channels")
    return sum(corr2d(x, k) for x, k in zip(X, K))
