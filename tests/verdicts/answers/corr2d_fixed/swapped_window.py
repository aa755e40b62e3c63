"""
says: In repairing, i and j / h and w got mixed in the slice (j rows, i columns): the window is taken at the mirrored place
kind: wrong
repair: the line with X[...], as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[j : j + h, i : i + w] * K).sum()
    return Y
