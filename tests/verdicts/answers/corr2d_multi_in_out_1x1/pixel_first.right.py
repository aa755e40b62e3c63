"""
says: the twin of pixel_first, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    pixels = X.permute(1, 2, 0).reshape(H * W, c_in)
    return (pixels @ K.reshape(c_out, c_in).T).T.reshape(c_out, H, W)
