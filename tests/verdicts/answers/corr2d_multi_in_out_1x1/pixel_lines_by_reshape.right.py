"""
says: reshape(H * W, c) for one line per pixel; repaired: permute first
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    pixels = X.permute(1, 2, 0).reshape(H * W, c)
    Y = pixels @ K[:, :, 0, 0].T
    return Y.T.reshape(-1, H, W)
