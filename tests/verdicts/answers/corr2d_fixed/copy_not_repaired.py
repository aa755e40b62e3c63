"""
says: copies the broken loop and repairs nothing
kind: wrong
repair: X in place of the third Y
lines: 14
crashes: yes
cause: the windows are cut out of Y, which is smaller than X: the last ones do not fit K
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return Y
