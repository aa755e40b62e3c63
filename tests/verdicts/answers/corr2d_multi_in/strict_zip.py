"""
says: zip(strict=True) does the check
kind: right
"""
def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K, strict=True))
