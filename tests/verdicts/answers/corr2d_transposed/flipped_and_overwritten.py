"""
says: flips the stamp, and lets the later one replace the earlier
kind: wrong
mistakes: 2
repair: the kernel as it is, added
lines: 12, 16
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    stamp = K.flip(0, 1)
    for i in range(H):
        for j in range(W):
            r, c = i * stride, j * stride
            Y[r:r + h, c:c + w] = X[i, j] * stamp
    return Y
