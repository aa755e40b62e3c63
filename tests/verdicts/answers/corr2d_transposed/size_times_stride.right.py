"""
says: H * stride rows; repaired: (H - 1) * stride + h
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            Y[top:top + h, left:left + w] += X[i, j] * K
    return Y
