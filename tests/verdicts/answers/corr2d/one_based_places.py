"""
says: counts places from 1, as in MATLAB
kind: wrong
repair: ranges from 0
lines: 17, 18
crashes: yes
cause: the last place, counted from 1, lies outside Y
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X, K: two axes")
    M, N = X.shape
    m, n = K.shape
    if m > M or n > N:
        raise ValueError("K bigger than X")
    Y = torch.zeros(M - m + 1, N - n + 1)
    for i in range(1, M - m + 2):
        for j in range(1, N - n + 2):
            Y[i, j] = (X[i:i + m, j:j + n] * K).sum()
    return Y
