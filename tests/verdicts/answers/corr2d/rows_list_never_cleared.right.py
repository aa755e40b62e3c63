"""
says: the twin of rows_list_never_cleared, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    out = []
    for i in range(X.shape[0] - h + 1):
        row = []
        for j in range(X.shape[1] - w + 1):
            row.append((X[i:i + h, j:j + w] * K).sum())
        out.append(torch.stack(row))
    return torch.stack(out)
