"""
says: believes that a slice includes its end, so subtracts 1; repaired: end at i + h, j + w
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2:
        raise ValueError("X must be 2-D")
    if K.dim() != 2:
        raise ValueError("K must be 2-D")
    h, w = K.shape
    if X.shape[0] < h or X.shape[1] < w:
        raise ValueError("K does not fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            field = X[i:i + h, j:j + w]
            Y[i, j] = (field * K).sum()
    return Y
