"""
says: H * stride + h - 1, so the result is too large for strides above 1; repaired: (H - 1) * stride + h
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            Y[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K
    return Y
