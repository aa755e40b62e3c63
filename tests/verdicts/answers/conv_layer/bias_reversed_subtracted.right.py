"""
says: the twin of bias_reversed_subtracted, repaired
kind: right
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.reshape(-1, 1, 1)
