"""
says: appends every number to one list and folds it by the image's size
kind: wrong
repair: by the output's size
lines: 20
crashes: yes
cause: reshape gets fewer numbers than the image has
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
    return torch.stack(values).reshape(H, W)
