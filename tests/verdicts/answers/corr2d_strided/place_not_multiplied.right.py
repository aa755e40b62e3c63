"""
says: a smaller output, but the window still moves by one; repaired: multiply the place by the stride
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * stride[0]:i * stride[0] + h, j * stride[1]:j * stride[1] + w] * K).sum()
    return Y
