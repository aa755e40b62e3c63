"""
says: steps through the image with range(0, ..., stride) and uses the step as index of Y
kind: wrong
repair: i // stride, j // stride
lines: 15
crashes: yes
cause: the places 0, 2, 4 ... are no indices of the smaller output
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1)
    for i in range(0, X.shape[0] - h + 1, stride[0]):
        for j in range(0, X.shape[1] - w + 1, stride[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
