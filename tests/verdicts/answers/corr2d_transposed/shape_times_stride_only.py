"""
says: H * stride rows of room
kind: wrong
repair: (H - 1) * stride + h
lines: 11
crashes: yes
cause: a stamp at the end does not fit
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros(H * stride, W * stride)
    for i in range(H):
        for j in range(W):
            Y[i * stride:i * stride + h, j * stride:j * stride + w] += K * X[i, j]
    return Y
