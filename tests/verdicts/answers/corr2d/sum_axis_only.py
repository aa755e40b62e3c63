"""
says: sums each window along one axis, then stores it
kind: wrong
repair: the sum of both axes
lines: 18
crashes: yes
cause: a row of sums does not fit in one place
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    H, W = X.shape
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            products = X[i:i + h, j:j + w] * K
            Y[i, j] = products.sum(dim=0)
    return Y
