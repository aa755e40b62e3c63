"""
says: the textbook sum X[i - a, j - b] from 0 on, where Python wraps negative indices around
kind: wrong
repair: start at the window's last pixel
lines: 13
crashes: no
"""
def convolve2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(X[i - a, j - b] * K[a, b] for a in range(h) for b in range(w))
    return Y
