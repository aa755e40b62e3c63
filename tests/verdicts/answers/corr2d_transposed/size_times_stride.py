"""
says: H * stride rows
kind: wrong
repair: (H - 1) * stride + h
lines: 11
crashes: yes
cause: the last stamps hang over the edge
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros(H * stride, W * stride)
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            Y[top:top + h, left:left + w] += X[i, j] * K
    return Y
