"""
says: computes in NumPy, X.numpy(); repaired: stay in torch
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D")
    x, k = X, K
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError("too large")
    Y = torch.zeros(x.shape[0] - h + 1, x.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (x[i:i + h, j:j + w] * k).sum()
    return Y
