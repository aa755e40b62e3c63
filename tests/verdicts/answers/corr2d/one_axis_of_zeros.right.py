"""
says: makes a flat output and writes to it with two indices; repaired: zeros with rows and columns
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("shape")
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    if min(rows, columns) < 1:
        raise ValueError("shape")
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
