"""
says: the twin of squeezed_k, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    return (K.reshape(-1, c) @ X.reshape(c, -1)).reshape(-1, h, w)
