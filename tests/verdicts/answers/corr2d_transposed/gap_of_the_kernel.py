"""
says: moves the stamps by the kernel's size
kind: wrong
repair: by the stride
lines: 14
crashes: yes
cause: the stamps run over the edge of the output
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            top, left = i * h, j * w
            Y[top:top + h, left:left + w] += X[i, j] * K
    return Y
