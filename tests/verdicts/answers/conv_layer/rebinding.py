"""
says: `y = y + bias` makes a new tensor and leaves Y as it was: the bias is never added
kind: wrong
repair: line in the loop, as in the twin
lines: 12
crashes: no
"""
def conv_layer(X, K, b):
    Y = corr2d_multi_in_out(X, K)
    for o in range(len(b)):
        y = Y[o]
        y = y + b[o]
    return Y
