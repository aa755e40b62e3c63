"""
says: subtracts the biases, from last to first
kind: wrong
mistakes: 2
repair: adds them in order
lines: 11
crashes: no
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y - b.flip(0)[:, None, None]
