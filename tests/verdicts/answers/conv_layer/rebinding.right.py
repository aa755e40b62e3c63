"""
says: the twin of rebinding, repaired
kind: right
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    for o in range(len(b)):
        y = Y[o]
        y += b[o]
    return Y
