"""
says: unfold and one matrix product
kind: right
"""
def corr2d_multi_in_out(X, K):
    c_out, _, h, w = K.shape
    U = nn.functional.unfold(X[None], (h, w))[0]
    return (K.flatten(1) @ U).reshape(c_out, X.shape[1] - h + 1, -1)
