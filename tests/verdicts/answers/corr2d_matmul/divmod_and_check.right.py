"""
says: the twin of divmod_and_check, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    rows, cols = X.shape[0] - h + 1, X.shape[1] - w + 1
    if rows < 1 or cols < 1:
        raise ValueError("K does not fit in X")
    U = []
    for n in range(rows * cols):
        i, j = divmod(n, cols)
        U.append(X[i : i + h, j : j + w].reshape(1, h * w))
    return (torch.cat(U) @ K.reshape(h * w, 1)).reshape(rows, cols)
