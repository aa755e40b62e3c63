"""
says: cuts windows of w rows and h columns
kind: wrong
repair: h rows and w columns
lines: 18
crashes: yes
cause: the window lies on its side and does not fit a rectangular kernel
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + w, j:j + h] * K).sum()
    return Y
