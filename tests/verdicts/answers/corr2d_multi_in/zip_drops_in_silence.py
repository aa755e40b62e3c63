"""
says: no check: zip ends with the shorter one
kind: wrong
repair: a check
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))
