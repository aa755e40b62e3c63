"""
says: gives the result the shape (c_out, W, H)
kind: wrong
repair: (c_out, H, W)
lines: 9, 11
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, W, H = X.shape
    X = X.reshape(c_in, -1)
    return (K.reshape(-1, c_in) @ X).reshape(-1, H, W).clone()
