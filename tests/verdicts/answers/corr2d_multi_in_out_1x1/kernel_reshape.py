"""
says: K is reshaped to (c_in, c_out): for different numbers of channels the product does not fit; with as many in as out nothing shows
kind: wrong
repair: K line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    c_out = K.shape[0]
    K = K.reshape((c_in, c_out))
    return torch.mm(K, X.reshape((c_in, H * W))).reshape((c_out, H, W))
