"""
says: the return stands inside the loop
kind: wrong
repair: behind it
lines: 14
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    total = 0
    for x, k in zip(X, K):
        total = total + corr2d(x, k)
        return total
