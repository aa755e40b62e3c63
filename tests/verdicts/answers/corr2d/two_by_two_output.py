"""
says: the output is always 2 x 2, as in the picture
kind: wrong
repair: size it from X and K
lines: 14
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(2, 2)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i:i + h, j:j + w]
            if window.shape == K.shape:
                Y[i, j] = (window * K).sum()
    return Y
