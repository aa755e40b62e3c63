"""
says: refuses only kernels larger both ways
kind: wrong
repair: larger one way is enough
lines: 12
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("two axes")
    h, w = K.shape
    if h > X.shape[0] and w > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
