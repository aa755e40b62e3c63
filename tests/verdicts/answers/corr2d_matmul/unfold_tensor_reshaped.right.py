"""
says: the twin of unfold_tensor_reshaped, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    U = windows.reshape(-1, h * w).T
    Y = K.reshape(1, h * w) @ U
    return Y.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
