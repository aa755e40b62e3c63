"""
says: the twin of thinned, repaired
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    if any(n < dilation * (k - 1) + 1 for n, k in zip(X.shape, K.shape)):
        raise ValueError("does not fit")
    return sum(k * X[a * dilation : X.shape[0] - (K.shape[0] - 1 - a) * dilation, b * dilation : X.shape[1] - (K.shape[1] - 1 - b) * dilation] for a, row in enumerate(K) for b, k in enumerate(row))
