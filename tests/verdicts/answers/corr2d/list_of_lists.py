"""
says: returns a Python list of lists of numbers
kind: wrong
repair: put the stacked rows into a tensor
lines: 20
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("axes")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("fit")
    rows = []
    for i in range(X.shape[0] - h + 1):
        row = []
        for j in range(X.shape[1] - w + 1):
            row.append((X[i:i + h, j:j + w] * K).sum())
        rows.append(row)
    return rows
