"""
says: the twin of same_channel, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return sum(corr2d(x, k) for x, k in zip(X, K))
