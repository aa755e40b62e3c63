"""
says: the twin of output_without_floor, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows = (X.shape[0] - h) // stride[0] + 1
    cols = (X.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(rows, cols)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r, c = i * stride[0], j * stride[1]
            Y[i, j] = (X[r:r + h, c:c + w] * K).sum()
    return Y
