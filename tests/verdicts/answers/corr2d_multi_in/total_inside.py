"""
says: sets the total to 0 inside the loop
kind: wrong
repair: before it
lines: 11, 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    for c in range(X.shape[0]):
        total = 0
        total = total + corr2d(X[c], K[c])
    return total
