"""
says: folds to (c_out, W, H)
kind: wrong
repair: H, W
lines: 10
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    return (K[:, :, 0, 0] @ X.reshape(c, h * w)).reshape(K.shape[0], w, h)
