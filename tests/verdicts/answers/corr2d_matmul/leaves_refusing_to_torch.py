"""
says: does not check: PyTorch raises a RuntimeError of its own
kind: wrong
repair: a ValueError
lines: 10
crashes: no
"""
def corr2d_matmul(X, K):
    rows, columns = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    U = nn.functional.unfold(X[None, None], tuple(K.shape))
    Y = K.reshape(1, 1, -1) @ U
    return Y.reshape(rows, columns)
