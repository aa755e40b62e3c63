"""
says: K.data (and .detach()) in the product cuts the kernel's gradient
kind: wrong
repair: the product line, as in the twin
lines: 17
crashes: no
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    rows, cols = X.shape[0] - h + 1, X.shape[1] - w + 1
    if rows < 1 or cols < 1:
        raise ValueError("does not fit")
    U = torch.empty(rows * cols, h * w, dtype=X.dtype)
    for n in range(rows * cols):
        i, j = divmod(n, cols)
        U[n] = X[i : i + h, j : j + w].reshape(h * w)
    return torch.mv(U, K.data.reshape(h * w)).reshape(rows, cols)
