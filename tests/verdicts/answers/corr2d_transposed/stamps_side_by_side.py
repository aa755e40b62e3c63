"""
says: the stamps do not move by the stride
kind: wrong
repair: i * stride, j * stride
lines: 13
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            Y[i:i + h, j:j + w] += X[i, j] * K
    return Y
