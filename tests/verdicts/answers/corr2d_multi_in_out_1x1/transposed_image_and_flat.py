"""
says: one line per pixel by reshape, and the result with its channels last
kind: wrong
mistakes: 2
repair: permute there and back
lines: 11, 13
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    pixels = X.reshape(-1, c)
    Y = pixels @ K[:, :, 0, 0].T
    return Y.reshape(H, W, -1)
