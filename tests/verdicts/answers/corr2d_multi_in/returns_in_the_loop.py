"""
says: return stands in the loop, after the first channel
kind: wrong
repair: behind the loop
lines: 14
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    total = 0
    for x, k in zip(X, K):
        total = total + corr2d(x, k)
        return total
