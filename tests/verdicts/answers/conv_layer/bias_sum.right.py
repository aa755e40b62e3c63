"""
says: the twin of bias_sum, repaired
kind: right
"""
def conv_layer(X, K, b):
    maps = corr2d_multi_in_out(X, K)
    return maps + b.reshape(len(b), 1, 1)
