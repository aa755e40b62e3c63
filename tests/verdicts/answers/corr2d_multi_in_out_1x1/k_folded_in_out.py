"""
says: K.reshape(c_in, c_out)
kind: wrong
repair: reshape(c_out, c_in)
lines: 12
crashes: yes
cause: the inner sizes do not agree
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    return (K.reshape(c_in, c_out) @ X.reshape(c_in, -1)).reshape(c_out, H, W)
