"""
says: keeps the larger where stamps overlap
kind: wrong
repair: adds
lines: 14
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            r, c = i * stride, j * stride
            Y[r:r + h, c:c + w] = torch.maximum(Y[r:r + h, c:c + w], X[i, j] * K)
    return Y
