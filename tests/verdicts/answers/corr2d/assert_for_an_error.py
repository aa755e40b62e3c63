"""
says: asserts in place of raising a ValueError
kind: wrong
repair: raise ValueError
lines: 9, 11
crashes: no
"""
def corr2d(X, K):
    assert X.dim() == 2 and K.dim() == 2, "2-D only"
    h, w = K.shape
    assert h <= X.shape[0] and w <= X.shape[1], "does not fit"
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
