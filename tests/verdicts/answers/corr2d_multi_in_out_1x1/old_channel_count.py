"""
says: gives the result the channels of X
kind: wrong
repair: the channels of K
lines: 11
crashes: yes
cause: the product has c_out lines, not c_in
"""
def corr2d_multi_in_out_1x1(X, K):
    Y = K.squeeze(-1).squeeze(-1) @ X.reshape(X.shape[0], -1)
    return Y.reshape(X.shape)
