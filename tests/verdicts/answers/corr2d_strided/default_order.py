"""
says: Two mistakes: the parameters stand in the wrong order (padding before stride), so positional calls swap them (def line)
kind: wrong
mistakes: 2
repair: and the columns' stride is taken from the rows (slice), as in the twin
lines: 10, 17
crashes: yes
cause: what it says
"""
def corr2d_strided(X, K, padding=(0, 0), stride=(1, 1)):
    X = nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2)
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r = i * stride[0]
            c = j * stride[0]
            Y[i, j] = X[r : r + h, c : c + w].mul(K).sum()
    return Y
