"""
says: X.shape() as a method; repaired: X.shape without parentheses
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("two axes wanted")
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("kernel too large")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
