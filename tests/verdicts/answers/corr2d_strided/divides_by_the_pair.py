"""
says: divides by stride, which is a pair
kind: wrong
repair: stride[0], stride[1]
lines: 13, 14
crashes: yes
cause: a number cannot be divided by a tuple
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    X = nn.functional.pad(X, (q, q, p, p))
    h, w = K.shape
    rows = (X.shape[0] - h) // stride + 1
    columns = (X.shape[1] - w) // stride + 1
    Y = torch.empty(rows, columns)
    for i in range(rows):
        for j in range(columns):
            a, b = i * stride[0], j * stride[1]
            Y[i, j] = (X[a:a + h, b:b + w] * K).sum()
    return Y
