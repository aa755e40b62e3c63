"""
says: Two mistakes: divmod by the number of rows instead of columns (right for square outputs), and a kernel as large as the image is refused (<= 1).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 13, 17
crashes: yes
cause: what it says
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    rows, cols = X.shape[0] - h + 1, X.shape[1] - w + 1
    if rows <= 1 or cols <= 1:
        raise ValueError("K does not fit in X")
    U = []
    for n in range(rows * cols):
        i, j = divmod(n, rows)
        U.append(X[i : i + h, j : j + w].reshape(1, h * w))
    return (torch.cat(U) @ K.reshape(h * w, 1)).reshape(rows, cols)
