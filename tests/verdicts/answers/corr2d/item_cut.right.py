"""
says: the twin of item_cut, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or X.shape[0] < K.shape[0] or X.shape[1] < K.shape[1]:
        raise ValueError("bad shapes", X.shape, K.shape)
    Y = torch.zeros(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
    for i in range(len(Y)):
        for j in range(len(Y[0])):
            total = 0
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    total += X[i + a, j + b] * K[a, b]
            Y[i, j] = total
    return Y
