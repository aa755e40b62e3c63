"""
says: the twin of range_over_channels_pair, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    Y = 0
    for c in range(X.shape[0]):
        Y = Y + corr2d(X[c], K[c])
    return Y
