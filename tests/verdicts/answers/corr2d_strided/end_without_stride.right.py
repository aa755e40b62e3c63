"""
says: the twin of end_without_stride, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    sh, sw = stride
    Y = torch.zeros((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh:i * sh + h, j * sw:j * sw + w] * K).sum()
    return Y
