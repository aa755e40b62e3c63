"""
says: the twin of list_of_rows_flat, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D only")
    h, w = K.shape
    H, W = X.shape
    if h > H or w > W:
        raise ValueError("K too large")
    values = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            values.append((X[i:i + h, j:j + w] * K).sum())
    return torch.stack(values).reshape(H - h + 1, W - w + 1)
