"""
says: refuses a kernel as large as the image; repaired: > in place of >=
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    return torch.stack([
        torch.stack([(X[i:i + h, j:j + w] * K).sum() for j in range(X.shape[1] - w + 1)])
        for i in range(X.shape[0] - h + 1)
    ])
