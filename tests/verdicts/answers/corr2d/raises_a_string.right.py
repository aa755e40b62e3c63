"""
says: raise with a bare string, as in old Python; repaired: raise ValueError(...)
kind: right
"""
def corr2d(X, K):
    h, w = K.shape[-2:] if K.dim() == 2 else (None, None)
    if X.dim() != 2 or h is None or h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
