"""
says: builds U out of Python numbers, which have no gradient
kind: wrong
repair: stack slices
lines: 13
crashes: no
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    if n <= 0 or m <= 0:
        raise ValueError("K does not fit in X")
    U = torch.tensor([X[i:i + h, j:j + w].flatten().tolist() for i in range(n) for j in range(m)])
    return torch.matmul(U, K.reshape(-1, 1)).reshape(n, m)
