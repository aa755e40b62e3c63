"""
says: checks the size but not the number of axes
kind: wrong
repair: refuse anything that is not 2-D
lines: 9, 10, 12
crashes: no
"""
def corr2d(X, K):
    h, w = K.shape[-2], K.shape[-1]
    if h > X.shape[-2] or w > X.shape[-1]:
        raise ValueError("K does not fit in X")
    H, W = X.shape[-2], X.shape[-1]
    rows = [[(X[..., i:i + h, j:j + w] * K).sum() for j in range(W - w + 1)] for i in range(H - h + 1)]
    return torch.stack([torch.stack(row) for row in rows])
