"""
says: the twin of tuple_of_slices, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            place = (slice(i, i + h), slice(j, j + w))
            Y[i, j] = (X[place] * K).sum()
    return Y
