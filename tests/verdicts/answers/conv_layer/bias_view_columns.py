"""
says: b.view(1, 1, -1): along the columns
kind: wrong
repair: along the channels
lines: 10
crashes: yes
cause: columns and biases differ in number
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.view(1, 1, -1)
