"""
says: sums the images and the kernels over channels first
kind: wrong
repair: maps
lines: 11
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return corr2d(X.sum(0), K.sum(0))
