"""
says: The windows are read column by column (.T.flatten()), the kernel row by row: the kernel is as good as transposed
kind: wrong
repair: U line, as in the twin
lines: 13
crashes: no
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    m, n = X.shape[0] - h + 1, X.shape[1] - w + 1
    if min(m, n) <= 0:
        raise ValueError("K too large")
    U = torch.stack([X[i : i + h, j : j + w].T.flatten() for i in range(m) for j in range(n)])
    return torch.matmul(U, K.reshape(-1, 1)).reshape(m, n)
