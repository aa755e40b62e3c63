"""
says: b.unsqueeze(1): along the rows
kind: wrong
repair: twice
lines: 10
crashes: yes
cause: rows and biases differ in number
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.unsqueeze(1)
