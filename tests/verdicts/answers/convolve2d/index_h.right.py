"""
says: the twin of index_h, repaired
kind: right
"""
def convolve2d(X, K):
    h, w = K.shape
    def one(i, j):
        return sum(X[i + a, j + b] * K[h - 1 - a, w - 1 - b] for a in range(h) for b in range(w))
    return torch.stack([torch.stack([one(i, j) for j in range(X.shape[1] - w + 1)]) for i in range(X.shape[0] - h + 1)])
