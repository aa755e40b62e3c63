"""
says: K @ U without flattening
kind: wrong
repair: flattened
lines: 13
crashes: yes
cause: (h, w) times (h*w, positions)
"""
def corr2d_matmul(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], tuple(K.shape))[0]
    Y = K @ U
    return Y.reshape(X.shape[0] - K.shape[0] + 1, -1)
