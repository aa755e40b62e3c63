"""
says: H * stride + h - 1, so the result is too large for strides above 1
kind: wrong
repair: (H - 1) * stride + h
lines: 11
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    Y = torch.zeros(H * stride + h - 1, W * stride + w - 1)
    for i in range(H):
        for j in range(W):
            Y[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K
    return Y
