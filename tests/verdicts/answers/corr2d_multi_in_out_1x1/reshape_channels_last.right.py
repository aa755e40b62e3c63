"""
says: the twin of reshape_channels_last, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    Y = X.reshape(c, h * w).T @ K.reshape(-1, c).T
    return Y.T.reshape(-1, h, w)
