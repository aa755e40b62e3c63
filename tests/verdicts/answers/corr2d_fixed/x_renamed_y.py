"""
says: Y = X at the start, so that the loop reads the image while it is overwritten
kind: wrong
repair: reads X
lines: 11, 14
crashes: yes
cause: windows of X hang over
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = X
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return Y
