"""
says: the mean of the products, starting one pixel late
kind: wrong
repair: the sum, from 0
lines: 17
crashes: yes
cause: windows hang over
mistakes: 2
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i + 1:i + 1 + h, j:j + w] * K).mean()
    return Y
