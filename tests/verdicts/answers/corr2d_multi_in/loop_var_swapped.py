"""
says: zip the wrong way round: corr2d(k, x)
kind: wrong
repair: image first
lines: 12
crashes: yes
cause: the kernel is smaller than the image
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return sum(corr2d(k, x) for x, k in zip(X, K))
