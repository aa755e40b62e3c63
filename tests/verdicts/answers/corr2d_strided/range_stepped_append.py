"""
says: appends to one flat list and folds it by the wrong sizes
kind: wrong
repair: by rows
lines: 16
crashes: yes
cause: another number of values
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    values = []
    for r in range(0, X.shape[0] - h + 1, stride[0]):
        for c in range(0, X.shape[1] - w + 1, stride[1]):
            values.append((X[r:r + h, c:c + w] * K).sum())
    return torch.stack(values).reshape(X.shape[0] // stride[0], -1)
