"""
says: K.squeeze() @ X as three axes
kind: wrong
repair: the pixels in one axis
lines: 11
crashes: yes
cause: the batch product wants H to be c_in
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    return K.squeeze() @ X
