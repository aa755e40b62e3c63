"""
says: the twin of returns_in_loop, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    total = 0
    for x, k in zip(X, K):
        total = total + corr2d(x, k)
    return total
