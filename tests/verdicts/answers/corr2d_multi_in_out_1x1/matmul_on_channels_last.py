"""
says: permutes to the back and multiplies by K, not its transpose
kind: wrong
repair: transposed
lines: 11
crashes: yes
cause: inner sizes differ
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    Y = X.permute(1, 2, 0) @ K.reshape(c_out, c_in)
    return Y.permute(2, 0, 1)
