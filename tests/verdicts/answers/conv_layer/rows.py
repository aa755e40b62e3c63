"""
says: b[:, None] lines the biases up with the rows, not the channels
kind: wrong
repair: return, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    return Y + b[:, None]
