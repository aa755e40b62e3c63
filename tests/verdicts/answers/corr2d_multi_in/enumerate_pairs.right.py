"""
says: the twin of enumerate_pairs, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    total = 0
    for c, x in enumerate(X):
        total = total + corr2d(x, K[c])
    return total
