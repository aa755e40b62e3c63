"""
says: the twin of not_folded_back, repaired
kind: right
"""
def corr2d_matmul(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], tuple(K.shape))[0]
    return (K.flatten() @ U).reshape(X.shape[0] - K.shape[0] + 1, -1)
