"""
says: Uses @ (matrix product) where the elementwise product * is meant: an error for a rectangular kernel, wrong sums for a square one
kind: wrong
repair: the Y[i, j] line, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] @ K).sum()
    return Y
