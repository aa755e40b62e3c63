"""
says: as_strided on a contiguous copy, then a matrix product
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    if n < 1 or m < 1:
        raise ValueError("K does not fit in X")
    X = X.contiguous().double()
    s = X.stride()
    windows = X.as_strided((n, m, h, w), (s[0], s[1], s[0], s[1]), X.storage_offset())
    return (windows.reshape(n * m, h * w) @ K.double().reshape(-1)).reshape(n, m)
