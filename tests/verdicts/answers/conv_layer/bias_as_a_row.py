"""
says: reshapes the bias to (1, -1), so it goes along the columns
kind: wrong
repair: (-1, 1, 1)
lines: 11
crashes: yes
cause: the bias is added along the columns, of which there are seldom as many
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)
    return Y[0] + b.reshape(1, -1)
