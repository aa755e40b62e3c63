"""
says: the textbook sum X[i - a, j - b] from 0 on, where Python wraps negative indices around; repaired: start at the window's last pixel
kind: right
"""
def convolve2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(X[i + h - 1 - a, j + w - 1 - b] * K[a, b] for a in range(h) for b in range(w))
    return Y
