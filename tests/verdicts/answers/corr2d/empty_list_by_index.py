"""
says: starts with an empty list and writes into places that do not exist
kind: wrong
repair: start with a tensor of zeros
lines: 15
crashes: yes
cause: Y = [] has no element to write to
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not two-dimensional")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K too large")
    Y = []
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            Y[i][j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
