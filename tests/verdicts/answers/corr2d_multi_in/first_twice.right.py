"""
says: the twin of first_twice, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    total = 0
    for c in range(X.shape[0]):
        total = total + corr2d(X[c], K[c])
    return total
