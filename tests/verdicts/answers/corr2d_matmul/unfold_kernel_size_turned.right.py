"""
says: the twin of unfold_kernel_size_turned, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    return (K.reshape(1, -1) @ U).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
