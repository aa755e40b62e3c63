"""
says: Thins out the image once and correlates: only every dilation-th output of one offset is computed
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    if any(n < dilation * (k - 1) + 1 for n, k in zip(X.shape, K.shape)):
        raise ValueError("does not fit")
    return corr2d(X[::dilation, ::dilation], K)
