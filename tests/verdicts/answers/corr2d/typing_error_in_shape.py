"""
says: mistypes shape once
kind: wrong
repair: K.shape
lines: 12
crashes: yes
cause: a tensor has no attribute shpae
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D please")
    h, w = K.shpae
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("smaller kernel please")
    out_shape = (X.shape[0] - h + 1, X.shape[1] - w + 1)
    Y = torch.zeros(out_shape)
    for i in range(out_shape[0]):
        for j in range(out_shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
