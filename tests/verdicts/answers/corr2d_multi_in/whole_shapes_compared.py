"""
says: refuses whenever the shapes differ anywhere
kind: wrong
repair: compare the channels only
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape != K.shape:
        raise ValueError("shapes differ")
    return sum(corr2d(x, k) for x, k in zip(X, K))
