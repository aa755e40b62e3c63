"""
says: The result is folded back with rows and columns of the output swapped: right for square outputs only
kind: wrong
repair: return, as in the twin
lines: 14
crashes: no
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    m, n = X.shape[0] - h + 1, X.shape[1] - w + 1
    if m < 1 or n < 1:
        raise ValueError("K does not fit in X")
    U = torch.stack([X[i : i + h, j : j + w].flatten() for i in range(m) for j in range(n)])
    return (U @ K.flatten()).reshape(n, m)
