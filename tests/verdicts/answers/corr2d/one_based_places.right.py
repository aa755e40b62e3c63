"""
says: counts places from 1, as in MATLAB; repaired: ranges from 0
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X, K: two axes")
    M, N = X.shape
    m, n = K.shape
    if m > M or n > N:
        raise ValueError("K bigger than X")
    Y = torch.zeros(M - m + 1, N - n + 1)
    for i in range(M - m + 1):
        for j in range(N - n + 1):
            Y[i, j] = (X[i:i + m, j:j + n] * K).sum()
    return Y
