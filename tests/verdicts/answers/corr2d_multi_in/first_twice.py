"""
says: starts the total with channel 0 and adds it again in the loop
kind: wrong
repair: starts at 0
lines: 11
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    total = corr2d(X[0], K[0])
    for c in range(X.shape[0]):
        total = total + corr2d(X[c], K[c])
    return total
