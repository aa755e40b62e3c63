"""
says: nn.functional.unfold of the bare image
kind: wrong
repair: two more axes
lines: 13
crashes: yes
cause: unfold wants four axes
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    U = nn.functional.unfold(X, (h, w))
    return (K.reshape(-1) @ U).reshape(X.shape[0] - h + 1, -1)
