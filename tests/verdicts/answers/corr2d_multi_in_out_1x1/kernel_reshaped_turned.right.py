"""
says: the weights as (c_in, c_out), by reshape; repaired: (c_out, c_in)
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    H, W = X.shape[1:]
    weights = K.reshape(c_out, c_in)
    return (weights @ X.reshape(c_in, H * W)).reshape(c_out, H, W)
