"""
says: the ranges end at H - h: the last place is missing
kind: wrong
repair: H - h + 1
lines: 11, 12
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows = range(0, X.shape[0] - h, stride[0])
    columns = range(0, X.shape[1] - w, stride[1])
    return torch.stack([torch.stack([(X[r:r + h, c:c + w] * K).sum() for c in columns]) for r in rows])
