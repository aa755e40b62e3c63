"""
says: iterates over Y's rows and numbers as if they were places
kind: wrong
repair: range
lines: 14, 15
crashes: yes
cause: a tensor of a row is no place
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in Y:
        for j in i:
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
