"""
says: the twin of minus_indices, repaired
kind: right
"""
def convolve2d(X, K):
    (h, w), (H, W) = K.shape, X.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + h - 1 - a, j + w - 1 - b] * K[a, b]
    return Y
