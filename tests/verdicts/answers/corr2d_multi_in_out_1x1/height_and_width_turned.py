"""
says: folds back to (W, H)
kind: wrong
repair: (H, W)
lines: 11
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    Y = K[:, :, 0, 0] @ X.reshape(c_in, -1)
    return Y.reshape(-1, W, H)
