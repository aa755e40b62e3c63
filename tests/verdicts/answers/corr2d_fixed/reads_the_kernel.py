"""
says: repairs the wrong letter: reads K where it should read X
kind: wrong
repair: X
lines: 14
crashes: yes
cause: windows cut out of K are empty or too small as soon as i or j moves on
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (K[i : i + h, j : j + w] * K).sum()
    return Y
