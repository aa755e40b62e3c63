"""
says: one line per pixel by reshape, and the result with its channels last; repaired: permute there and back
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    pixels = X.permute(1, 2, 0).reshape(-1, c)
    Y = pixels @ K[:, :, 0, 0].T
    return Y.reshape(H, W, -1).permute(2, 0, 1)
