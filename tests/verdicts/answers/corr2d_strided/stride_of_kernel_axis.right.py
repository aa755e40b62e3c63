"""
says: the twin of stride_of_kernel_axis, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    (h, w), (sh, sw) = K.shape, stride
    X = pad2d(X, padding)
    rows = range(0, X.shape[0] - h + 1, sh)
    columns = range(0, X.shape[1] - w + 1, sw)
    return torch.stack([torch.stack([(X[r:r + h, c:c + w] * K).sum() for c in columns]) for r in rows])
