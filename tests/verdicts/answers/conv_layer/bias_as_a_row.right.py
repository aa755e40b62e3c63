"""
says: reshapes the bias to (1, -1), so it goes along the columns; repaired: (-1, 1, 1)
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)
    return Y[0] + b.reshape(-1, 1, 1)
