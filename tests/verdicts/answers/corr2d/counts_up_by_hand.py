"""
says: while loops, whose inner counter is never set back
kind: wrong
repair: set back
lines: 15, 17
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    H, W = X.shape
    out = torch.zeros(H - h + 1, W - w + 1)
    i = 0
    j = 0
    while i < H - h + 1:
        while j < W - w + 1:
            out[i, j] = (X[i:i + h, j:j + w] * K).sum()
            j += 1
        i += 1
    return out
