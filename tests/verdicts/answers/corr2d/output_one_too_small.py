"""
says: H - h places, the + 1 forgotten
kind: wrong
repair: + 1 in both sizes
lines: 15
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X, K must be 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K must fit in X")
    Y = torch.zeros(H - h, W - w)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
