"""
says: keeps the last channel only, with a flipped kernel
kind: wrong
repair: both mended
lines: 12, 13
crashes: no
mistakes: 2
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    for x, k in zip(X, K):
        Y = corr2d(x, k.flip(0, 1))
    return Y
