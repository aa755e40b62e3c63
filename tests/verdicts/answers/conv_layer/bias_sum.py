"""
says: Adds the sum of all biases to every channel
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def conv_layer(X, K, b):
    maps = corr2d_multi_in_out(X, K)
    return maps + b.sum()
