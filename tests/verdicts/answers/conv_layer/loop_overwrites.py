"""
says: adds in a loop, but to a fresh copy each time
kind: wrong
repair: to the same
lines: 10, 11
crashes: no
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    for o in range(len(b)):
        out = Y.clone()
        out[o] += b[o]
    return out
