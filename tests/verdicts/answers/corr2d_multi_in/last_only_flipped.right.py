"""
says: the twin of last_only_flipped, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    Y = 0
    for x, k in zip(X, K):
        Y = Y + corr2d(x, k)
    return Y
