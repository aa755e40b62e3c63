"""
says: the twin of return_error_and_size, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X or K is not 2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
