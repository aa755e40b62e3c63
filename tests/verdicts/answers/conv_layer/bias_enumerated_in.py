"""
says: adds each input channel's bias before
kind: wrong
repair: to the outputs
lines: 10
crashes: yes
cause: b has another number of entries than X has channels
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X + b[:, None, None], K)
