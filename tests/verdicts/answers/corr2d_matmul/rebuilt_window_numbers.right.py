"""
says: builds U out of Python numbers, which have no gradient; repaired: stack slices
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    if n <= 0 or m <= 0:
        raise ValueError("K does not fit in X")
    U = torch.stack([X[i:i + h, j:j + w].flatten() for i in range(n) for j in range(m)])
    return torch.matmul(U, K.reshape(-1, 1)).reshape(n, m)
