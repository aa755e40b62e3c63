"""
says: the twin of output_w_h, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    return (K[:, :, 0, 0] @ X.reshape(c, h * w)).reshape(K.shape[0], h, w)
