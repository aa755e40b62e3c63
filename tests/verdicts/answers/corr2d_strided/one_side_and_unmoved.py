"""
says: pads below and right only, and does not move the window by the stride
kind: wrong
mistakes: 2
repair: pad all sides, multiply the place
lines: 11, 15
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    h, w = K.shape
    X = nn.functional.pad(X, (0, padding[1], 0, padding[0]))
    Y = torch.zeros((X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r, c = i, j
            Y[i, j] = torch.sum(X[r:r + h, c:c + w] * K)
    return Y
