"""
says: reshape(-1, c_in) does not move the channel axis: it cuts the memory into wrong pieces; permute is needed
kind: wrong
repair: the pixels line, as in the twin
lines: 11
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    pixels = X.reshape(H * W, c_in)
    return (pixels @ K.reshape(c_out, c_in).T).T.reshape(c_out, H, W)
