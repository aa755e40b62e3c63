"""
says: The output is made as large as the image (zeros_like(X)), so the shape is wrong and windows at the border are cut off (crash or accidental broadcasting)
kind: wrong
repair: the Y = ... line, as in the twin
lines: 10
crashes: no
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros_like(X)
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
