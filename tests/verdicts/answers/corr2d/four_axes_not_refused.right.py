"""
says: checks the size but not the number of axes; repaired: refuse anything that is not 2-D
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    h, w = K.shape
    H, W = X.shape[-2], X.shape[-1]
    rows = [[(X[..., i:i + h, j:j + w] * K).sum() for j in range(W - w + 1)] for i in range(H - h + 1)]
    return torch.stack([torch.stack(row) for row in rows])
