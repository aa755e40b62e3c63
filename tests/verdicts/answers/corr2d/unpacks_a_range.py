"""
says: one loop over both indices, for i, j in range
kind: wrong
repair: two loops
lines: 17, 18
crashes: yes
cause: a range gives one number at a time, which cannot be unpacked into i and j
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("bad number of axes")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("bad size")
    Y = torch.zeros(H - h + 1, W - w + 1)
    for i, j in range(H - h + 1, W - w + 1):
        Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
