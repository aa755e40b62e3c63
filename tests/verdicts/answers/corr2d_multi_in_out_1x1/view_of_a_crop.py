"""
says: view, which must not copy
kind: wrong
repair: reshape
lines: 12
crashes: yes
cause: the memory of a crop is not contiguous
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    Y = K.view(c_out, c_in) @ X.view(c_in, H * W)
    return Y.reshape(c_out, H, W)
