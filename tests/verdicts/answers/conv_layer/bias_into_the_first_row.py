"""
says: adds b[o] to Y[o][0] only
kind: wrong
repair: to all of Y[o]
lines: 11
crashes: no
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0].clone()
    for o in range(len(b)):
        Y[o][0] += b[o]
    return Y
