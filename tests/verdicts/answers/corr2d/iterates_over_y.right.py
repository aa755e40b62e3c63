"""
says: the twin of iterates_over_y, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(len(Y)):
        for j in range(len(Y[0])):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
