"""
says: forgets the + 1 in both sizes; repaired: + 1
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    h, w = K.shape
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    n, m = (X.shape[0] - h) // stride[0] + 1, (X.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(n, m)
    for i in range(n):
        for j in range(m):
            r, c = i * stride[0], j * stride[1]
            Y[i, j] = (X[r:r + h, c:c + w] * K).sum()
    return Y
