"""
says: torch.stack gets a list of lists, but it wants a list of tensors: TypeError
kind: wrong
repair: the return line, as in the twin
lines: 22
crashes: yes
cause: what it says
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("need 2-D")
    H, W = X.shape
    h, w = K.shape
    if H < h or W < w:
        raise ValueError("K does not fit")
    rows = []
    for i in range(H - h + 1):
        row = []
        for j in range(W - w + 1):
            row.append((X[i:i+h, j:j+w] * K).sum())
        rows.append(row)
    return torch.stack(rows)
