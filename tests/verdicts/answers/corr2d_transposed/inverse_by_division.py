"""
says: averages where stamps overlap
kind: wrong
repair: adds
lines: 17
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    count = torch.zeros_like(Y)
    for i in range(H):
        for j in range(W):
            place = slice(i * stride, i * stride + h), slice(j * stride, j * stride + w)
            Y[place] += X[i, j] * K
            count[place] += 1
    return Y / count.clamp(min=1)
