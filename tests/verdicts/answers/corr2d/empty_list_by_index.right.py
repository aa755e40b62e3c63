"""
says: starts with an empty list and writes into places that do not exist; repaired: start with a tensor of zeros
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not two-dimensional")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K too large")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            Y[i][j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
