"""
says: the twin of matmul_on_channels_last, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    Y = X.permute(1, 2, 0) @ K.reshape(c_out, c_in).T
    return Y.permute(2, 0, 1)
