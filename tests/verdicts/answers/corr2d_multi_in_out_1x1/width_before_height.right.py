"""
says: gives the result the shape (c_out, W, H); repaired: (c_out, H, W)
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    X = X.reshape(c_in, -1)
    return (K.reshape(-1, c_in) @ X).reshape(-1, H, W)
