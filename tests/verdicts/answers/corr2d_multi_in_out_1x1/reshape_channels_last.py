"""
says: reshapes X to (H*W, c) and goes on from there
kind: wrong
repair: c, H*W
lines: 10
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    Y = X.reshape(h * w, c) @ K.reshape(-1, c).T
    return Y.T.reshape(-1, h, w)
