"""
says: adds b[o] to Y[o][0] only; repaired: to all of Y[o]
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0].clone()
    for o in range(len(b)):
        Y[o] += b[o]
    return Y
