"""
says: the slice ends at h and w, wherever it starts
kind: wrong
repair: start + h
lines: 15
crashes: yes
cause: the slice ends at the kernel's size, not that much later
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            r, c = i * stride, j * stride
            Y[r:h, c:w] += X[i, j] * K
    return Y
