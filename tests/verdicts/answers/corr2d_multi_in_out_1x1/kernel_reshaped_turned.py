"""
says: the weights as (c_in, c_out), by reshape
kind: wrong
repair: (c_out, c_in)
lines: 11, 12
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    H, W = X.shape[1:]
    weights = K.reshape(c_in, c_out)
    return (weights.t() @ X.reshape(c_in, H * W)).reshape(c_out, H, W)
