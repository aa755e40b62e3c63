"""
says: adds b[0] in every channel
kind: wrong
repair: b[o]
lines: 10
crashes: no
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    return Y + b[0]
