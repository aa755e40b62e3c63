"""
says: the twin of bias_times, repaired
kind: right
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b[:, None, None]
