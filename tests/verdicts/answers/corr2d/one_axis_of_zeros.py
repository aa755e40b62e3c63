"""
says: makes a flat output and writes to it with two indices
kind: wrong
repair: zeros with rows and columns
lines: 16
crashes: yes
cause: Y has a single axis, Y[i, j] has one index too many
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("shape")
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    if min(rows, columns) < 1:
        raise ValueError("shape")
    Y = torch.zeros(rows * columns)
    for i in range(rows):
        for j in range(columns):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
