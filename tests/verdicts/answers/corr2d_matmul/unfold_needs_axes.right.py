"""
says: the twin of unfold_needs_axes, repaired
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    return (K.flatten() @ U).reshape(X.shape[0] - h + 1, -1)
