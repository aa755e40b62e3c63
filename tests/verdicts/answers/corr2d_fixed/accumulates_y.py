"""
says: adds to the Y that is read, instead of reading X
kind: wrong
repair: reads X
lines: 14
crashes: yes
cause: windows of Y are cut off
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] += (Y[i : i + h, j : j + w] * K).sum()
    return Y
