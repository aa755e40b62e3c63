"""
says: the twin of bias_view_columns, repaired
kind: right
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.view(-1, 1, 1)
