"""
says: the twin of last_row, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D please")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel too big")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i, j] = torch.sum(X[i:i+h, j:j+w] * K)
    return Y
