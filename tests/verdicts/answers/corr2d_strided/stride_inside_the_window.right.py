"""
says: the stride as a step inside the window; repaired: as a step of the place
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    s, t = stride
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // s + 1, (X.shape[1] - w) // t + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s:i * s + h, j * t:j * t + w] * K).sum()
    return Y
