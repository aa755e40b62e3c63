"""
says: cuts 2 x 2 windows, as in the picture
kind: wrong
repair: h and w in place of the 2s
lines: 18
crashes: yes
cause: a window of 2 x 2 cannot be multiplied by a larger or smaller kernel
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
            Y[i, j] = (X[i:i + 2, j:j + 2] * K).sum()
    return Y
