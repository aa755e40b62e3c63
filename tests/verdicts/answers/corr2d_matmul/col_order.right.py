"""
says: the twin of col_order, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    m, n = X.shape[0] - h + 1, X.shape[1] - w + 1
    if min(m, n) <= 0:
        raise ValueError("K too large")
    U = torch.stack([X[i : i + h, j : j + w].flatten() for i in range(m) for j in range(n)])
    return torch.matmul(U, K.reshape(-1, 1)).reshape(m, n)
