"""
says: the twin of no_multiply, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Xp = pad2d(X, padding)
    h, w = K.shape
    rows = (Xp.shape[0] - h) // stride[0] + 1
    cols = (Xp.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = (Xp[i * stride[0] : i * stride[0] + h, j * stride[1] : j * stride[1] + w] * K).sum()
    return Y
