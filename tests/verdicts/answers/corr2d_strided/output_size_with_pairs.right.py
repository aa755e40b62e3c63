"""
says: the twin of output_size_with_pairs, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows, cols = (X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            a, b = i * stride[0], j * stride[1]
            Y[i, j] = (X[a:a + h, b:b + w] * K).sum()
    return Y
