"""
says: K[h - a, w - b]: counts the flipped kernel from h, not from h - 1; repaired: h - 1 - a, w - 1 - b
kind: right
"""
def convolve2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[h - 1 - a, w - 1 - b]
    return Y
