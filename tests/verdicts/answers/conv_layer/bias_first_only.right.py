"""
says: the twin of bias_first_only, repaired
kind: right
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    return Y + b[:, None, None]
