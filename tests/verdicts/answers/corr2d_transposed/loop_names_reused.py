"""
says: the loops over the kernel reuse i and j
kind: wrong
repair: a and b
lines: 14, 15, 16
crashes: yes
cause: an index beyond
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            for i in range(h):
                for j in range(w):
                    Y[i * stride + i, j * stride + j] += X[i, j] * K[i, j]
    return Y
