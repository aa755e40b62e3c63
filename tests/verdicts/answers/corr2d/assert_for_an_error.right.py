"""
says: asserts in place of raising a ValueError; repaired: raise ValueError
kind: right
"""
def corr2d(X, K):
    if not (X.dim() == 2 and K.dim() == 2):
        raise ValueError("2-D only")
    h, w = K.shape
    if not (h <= X.shape[0] and w <= X.shape[1]):
        raise ValueError("does not fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
