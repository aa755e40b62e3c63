"""
says: averages the products, and refuses nothing
kind: wrong
mistakes: 2
repair: a sum, and the two checks
lines: 10, 14
crashes: no
"""
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum() / K.numel()
    return Y
