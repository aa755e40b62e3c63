"""
says: The return stands inside the outer loop (indentation), so only the first row is computed
kind: wrong
repair: last line, as in the twin
lines: 14
crashes: no
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y
