"""
says: H and W are read before padding, so the output size ignores the padding (too small)
kind: wrong
repair: the shape line, as in the twin
lines: 9, 10
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    H, W = X.shape
    X = pad2d(X, padding)
    h, w = K.shape
    Y = torch.zeros((H - h) // stride[0] + 1, (W - w) // stride[1] + 1)
    for i in range(Y.shape[0]):
        a = i * stride[0]
        for j in range(Y.shape[1]):
            b = j * stride[1]
            Y[i, j] = torch.sum(X[a : a + h, b : b + w] * K)
    return Y
