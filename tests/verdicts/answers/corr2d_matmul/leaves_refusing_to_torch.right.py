"""
says: does not check: PyTorch raises a RuntimeError of its own; repaired: a ValueError
kind: right
"""
def corr2d_matmul(X, K):
    rows, columns = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if rows < 1 or columns < 1:
        raise ValueError(f"a kernel {tuple(K.shape)} does not fit in {tuple(X.shape)}")
    U = nn.functional.unfold(X[None, None], tuple(K.shape))
    Y = K.reshape(1, 1, -1) @ U
    return Y.reshape(rows, columns)
