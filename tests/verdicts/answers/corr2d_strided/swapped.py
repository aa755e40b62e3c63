"""
says: The two strides are swapped: rows move by stride[1], columns by stride[0]
kind: wrong
repair: unpacking line, as in the twin
lines: 9
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    sw, sh = stride
    ph, pw = padding
    X = nn.functional.pad(X, (pw, pw, ph, ph))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + h, j * sw : j * sw + w] * K).sum()
    return Y
