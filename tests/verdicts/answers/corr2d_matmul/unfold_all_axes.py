"""
says: multiplies U from the wrong side
kind: wrong
repair: K first
lines: 14
crashes: yes
cause: rows and columns differ
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], (h, w))[0]
    Y = U @ K.flatten()
    return Y.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
