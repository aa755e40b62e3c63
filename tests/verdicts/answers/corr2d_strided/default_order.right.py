"""
says: the twin of default_order, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2)
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r = i * stride[0]
            c = j * stride[1]
            Y[i, j] = X[r : r + h, c : c + w].mul(K).sum()
    return Y
