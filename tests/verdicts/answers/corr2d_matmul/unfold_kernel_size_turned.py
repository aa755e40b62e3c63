"""
says: unfold with (w, h)
kind: wrong
repair: (h, w)
lines: 13
crashes: yes
cause: other numbers of windows
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X[None, None], (w, h))[0]
    return (K.reshape(1, -1) @ U).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
