"""
says: right, by recursive
kind: right
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("unequal")
    first = corr2d(X[0], K[0])
    return first if len(X) == 1 else first + corr2d_multi_in(X[1:], K[1:])
