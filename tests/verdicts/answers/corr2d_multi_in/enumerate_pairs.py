"""
says: for c, x in X: enumerate forgotten
kind: wrong
repair: with it
lines: 13
crashes: yes
cause: rows are no pairs
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    total = 0
    for c, x in X:
        total = total + corr2d(x, K[c])
    return total
