"""
says: one line per pixel, turned back with reshape alone; repaired: transpose before reshape
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    lines = X.reshape(c_in, -1).T @ K.reshape(len(K), c_in).T
    return lines.T.reshape(len(K), H, W)
