"""
says: a loop over the kernel: each weight lays down the whole image
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w, dtype=torch.float64)
    for a in range(h):
        for b in range(w):
            Y[a:a + (H - 1) * stride + 1:stride, b:b + (W - 1) * stride + 1:stride] += X * K[a, b]
    return Y.to(X.dtype)
