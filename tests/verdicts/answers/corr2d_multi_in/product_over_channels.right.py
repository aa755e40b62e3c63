"""
says: the twin of product_over_channels, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channels differ")
    Y = corr2d(X[0], K[0])
    for c in range(1, len(X)):
        Y = Y + corr2d(X[c], K[c])
    return Y
