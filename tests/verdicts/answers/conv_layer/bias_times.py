"""
says: multiplies by the bias
kind: wrong
repair: adds it
lines: 9
crashes: no
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) * b[:, None, None]
