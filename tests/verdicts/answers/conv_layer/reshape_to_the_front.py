"""
says: b.reshape(1, 1, -1)
kind: wrong
repair: (-1, 1, 1)
lines: 11
crashes: yes
cause: the biases lie along the columns, whose number differs
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)
    Y = Y[0] + b.reshape(1, 1, -1)
    return Y
