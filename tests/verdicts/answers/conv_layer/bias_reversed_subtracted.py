"""
says: subtracts the biases in reversed order
kind: wrong
repair: both mended
lines: 10
crashes: no
mistakes: 2
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) - b.flip(0).reshape(-1, 1, 1)
