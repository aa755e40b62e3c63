"""
says: the sum of the definition, with indices that run backwards
kind: right
"""
def convolve2d(X, K):
    (h, w), (H, W) = K.shape, X.shape
    Y = torch.zeros(H - h + 1, W - w + 1, dtype=torch.promote_types(X.dtype, K.dtype))
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i, j] = sum(K[a, b] * X[i + h - 1 - a, j + w - 1 - b] for a in range(h) for b in range(w))
    return Y
