"""
says: right, by im2col
kind: right
"""
def corr2d_multi_in_out(X, K):
    o, _, h, w = K.shape
    U = nn.functional.unfold(X[None], (h, w))
    return (K.reshape(o, -1) @ U[0]).unflatten(1, (X.shape[1] - h + 1, X.shape[2] - w + 1))
