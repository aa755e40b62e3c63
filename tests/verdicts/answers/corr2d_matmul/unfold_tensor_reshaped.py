"""
says: Tensor.unfold, whose windows are folded to (h*w, positions) without turning
kind: wrong
repair: transposed
lines: 13
crashes: no
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    U = windows.reshape(h * w, -1)
    Y = K.reshape(1, h * w) @ U
    return Y.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
