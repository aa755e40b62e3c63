"""
says: X[i - a, j - b] as in the book: wraps round at the border
kind: wrong
repair: forward from the corner
lines: 15
crashes: no
"""
def convolve2d(X, K):
    (h, w), (H, W) = K.shape, X.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i - a, j - b] * K[a, b]
    return Y
