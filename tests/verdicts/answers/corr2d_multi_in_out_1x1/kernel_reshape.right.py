"""
says: the twin of kernel_reshape, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    K = K.reshape((c_out, c_in))
    return torch.mm(K, X.reshape((c_in, H * W))).reshape((c_out, H, W))
