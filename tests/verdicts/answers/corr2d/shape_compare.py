"""
says: Compares the two shapes with >, which compares tuples like words in a dictionary: the columns only count if the rows are equal, so a kernel with fewer rows but too many columns is let through (RuntimeError instead of ValueError) and vice versa
kind: wrong
repair: the line `if K.shape > X.shape`, as in the twin
lines: 11
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not 2-D")
    if K.shape > X.shape:
        raise ValueError("does not fit")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
