"""
says: the twin of ceil_with_guard, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    sh, sw = stride
    rows, cols = (X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            win = X[i * sh:i * sh + h, j * sw:j * sw + w]
            Y[i, j] = (win * K[:win.shape[0], :win.shape[1]]).sum()
    return Y
