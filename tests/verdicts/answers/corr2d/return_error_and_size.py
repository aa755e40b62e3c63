"""
says: Two mistakes: the ValueError is returned instead of raised (first if's), and the output is one row and one column too small because +1 is missing (line Y = ...).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 11, 15, 16
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        return ValueError("X or K is not 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        return ValueError("K does not fit in X")
    Y = torch.zeros(H - h, W - w)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
