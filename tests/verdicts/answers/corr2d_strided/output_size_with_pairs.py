"""
says: calls output_size with shapes and pairs
kind: wrong
repair: axis by axis
lines: 12
crashes: yes
cause: a shape minus a shape
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows, cols = (X.shape - K.shape) // stride + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            a, b = i * stride[0], j * stride[1]
            Y[i, j] = (X[a:a + h, b:b + w] * K).sum()
    return Y
