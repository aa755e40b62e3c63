"""
says: puts down the image, once for each weight, a stride apart
kind: wrong
repair: the kernel for each pixel
lines: 11, 12, 13
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for a in range(h):
        for b in range(w):
            Y[a:a + H, b:b + W] += X * K[a, b]
    return Y
