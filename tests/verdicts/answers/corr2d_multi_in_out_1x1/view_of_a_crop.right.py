"""
says: view, which must not copy; repaired: reshape
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    Y = K.reshape(c_out, c_in) @ X.reshape(c_in, H * W)
    return Y.reshape(c_out, H, W)
