"""
says: K[h - a, w - b] runs from h down to 1 instead of from h - 1 down to 0: an index out of range
kind: wrong
repair: the sum line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def convolve2d(X, K):
    h, w = K.shape
    def one(i, j):
        return sum(X[i + a, j + b] * K[h - a, w - b] for a in range(h) for b in range(w))
    return torch.stack([torch.stack([one(i, j) for j in range(X.shape[1] - w + 1)]) for i in range(X.shape[0] - h + 1)])
