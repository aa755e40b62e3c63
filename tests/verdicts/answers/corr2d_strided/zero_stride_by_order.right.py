"""
says: hands padding and stride to the size in the wrong order; repaired: stride, then padding
kind: right
"""
def size(n, k, s, p):
    return (n + 2 * p - k) // s + 1


def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    h, w = K.shape
    rows, columns = size(X.shape[0], h, stride[0], padding[0]), size(X.shape[1], w, stride[1], padding[1])
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    places = [(i * stride[0], j * stride[1]) for i in range(rows) for j in range(columns)]
    return torch.stack([(X[a:a + h, b:b + w] * K).sum() for a, b in places]).reshape(rows, columns)
