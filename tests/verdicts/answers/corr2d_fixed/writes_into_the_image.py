"""
says: repairs both Y: the loop reads X and writes into X
kind: wrong
repair: write into Y
lines: 14
crashes: yes
cause: a leaf that requires a gradient may not be written to; elsewhere X changes and Y stays zero
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            X[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
