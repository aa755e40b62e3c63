"""
says: output_size and pad2d written once more, a generator of windows
kind: right
"""
def places(n, k, s):
    return range(0, n - k + 1, s)


def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, [padding[1]] * 2 + [padding[0]] * 2)
    rows, columns = places(len(X), len(K), stride[0]), places(X.shape[1], K.shape[1], stride[1])
    windows = (X[r:r + K.shape[0], c:c + K.shape[1]] for r in rows for c in columns)
    return torch.stack([torch.tensordot(window, K) for window in windows]).reshape(len(rows), len(columns))
