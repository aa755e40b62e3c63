"""
says: the twin of unfold_all_axes, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    Y = K.flatten() @ U
    return Y.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
