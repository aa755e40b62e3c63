"""
says: numpy habit: a negative step K[::-1, ::-1], which torch tensors do not support (ValueError)
kind: wrong
repair: line K = , as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def convolve2d(X, K):
    K = K[::-1, ::-1]
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
