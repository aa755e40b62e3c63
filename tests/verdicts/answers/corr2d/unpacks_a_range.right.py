"""
says: one loop over both indices, for i, j in range; repaired: two loops
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("bad number of axes")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("bad size")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
