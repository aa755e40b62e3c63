"""
says: + b lines up with the last axis, the columns: an error, or (where the width is c_out) a bias per column
kind: wrong
repair: return, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b
