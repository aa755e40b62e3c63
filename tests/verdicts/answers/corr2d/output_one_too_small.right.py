"""
says: H - h places, the + 1 forgotten; repaired: + 1 in both sizes
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X, K must be 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K must fit in X")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
