"""
says: the twin of matmul_transposed, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    rows = X.reshape(c_in, H * W).T
    Y = (rows @ K.reshape(c_out, c_in).T).T
    return Y.reshape(c_out, H, W)
