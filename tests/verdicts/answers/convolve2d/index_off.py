"""
says: The mirrored index lacks the -1: K[-a, -b] gives K[0] for a = 0 and then counts from the end, so the kernel is rolled, not flipped
kind: wrong
repair: the product line, as in the twin
lines: 15
crashes: no
"""
def convolve2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[-a, -b]
    return Y
