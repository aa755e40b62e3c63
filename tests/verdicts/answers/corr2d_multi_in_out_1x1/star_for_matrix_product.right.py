"""
says: K * X for the matrix product; repaired: @
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    flat = X.flatten(1)
    weights = K.flatten(1)
    return (weights @ flat).reshape(len(K), H, W)
