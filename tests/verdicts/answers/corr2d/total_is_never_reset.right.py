"""
says: the running total starts once, so every output contains all earlier ones; repaired: set the total to 0 for every place
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("must fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            total = 0
            for a in range(h):
                for b in range(w):
                    total = total + X[i + a, j + b] * K[a, b]
            Y[i, j] = total
    return Y
