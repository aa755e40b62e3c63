"""
says: b.reshape(1, 1, -1); repaired: (-1, 1, 1)
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)
    Y = Y[0] + b.reshape(-1, 1, 1)
    return Y
