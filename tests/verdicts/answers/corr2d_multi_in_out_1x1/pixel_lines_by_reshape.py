"""
says: reshape(H * W, c) for one line per pixel
kind: wrong
repair: permute first
lines: 10
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    pixels = X.reshape(H * W, c)
    Y = pixels @ K[:, :, 0, 0].T
    return Y.T.reshape(-1, H, W)
