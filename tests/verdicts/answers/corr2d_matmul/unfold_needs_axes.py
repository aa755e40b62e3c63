"""
says: F.unfold of a bare image
kind: wrong
repair: two axes in front
lines: 13
crashes: yes
cause: unfold wants three or four axes
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    U = nn.functional.unfold(X, (h, w))
    return (K.flatten() @ U).reshape(X.shape[0] - h + 1, -1)
