"""
says: the twin of bias_unsqueezed_once, repaired
kind: right
"""
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.unsqueeze(1).unsqueeze(2)
