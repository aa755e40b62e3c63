"""
says: the twin of loop_overwrites, repaired
kind: right
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    out = Y.clone()
    for o in range(len(b)):
        out[o] += b[o]
    return out
