"""
says: unfold's result has the windows as columns, (h*w, places); multiplied from the wrong side the shapes do not fit
kind: wrong
repair: product line, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def corr2d_matmul(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X[None, None], kernel_size=tuple(K.shape))[0]
    y = U @ K.flatten()
    return y.reshape(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
