"""
says: sizes are (width, height) in this head, so the output lies on its side; repaired: rows first
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
