"""
says: the twin of pad_twice_shape, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows = (X.shape[0] - h) // stride[0] + 1
    cols = (X.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            r, c = i * stride[0], j * stride[1]
            Y[i, j] = (X[r:r + h, c:c + w] * K).sum()
    return Y
