"""
says: nn.functional.unfold does the windows
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    columns = nn.functional.unfold(X[None, None], tuple(K.shape), padding=padding, stride=stride)[0]
    rows = (X.shape[0] + 2 * padding[0] - K.shape[0]) // stride[0] + 1
    return (K.reshape(1, -1) @ columns).reshape(rows, -1)
