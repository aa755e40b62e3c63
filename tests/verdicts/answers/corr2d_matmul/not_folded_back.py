"""
says: leaves the result flat
kind: wrong
repair: folds it
lines: 12
crashes: no
"""
def corr2d_matmul(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], tuple(K.shape))[0]
    return K.flatten() @ U
