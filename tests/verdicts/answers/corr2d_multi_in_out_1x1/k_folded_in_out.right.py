"""
says: the twin of k_folded_in_out, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    return (K.reshape(c_out, c_in) @ X.reshape(c_in, -1)).reshape(c_out, H, W)
