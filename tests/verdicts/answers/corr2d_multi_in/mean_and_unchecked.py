"""
says: averages, and checks nothing
kind: wrong
mistakes: 2
repair: adds, and checks
lines: 10
crashes: no
"""
def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K)) / len(X)
