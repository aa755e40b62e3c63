"""
says: adds b as it is, along the last axis; repaired: reshape(-1, 1, 1)
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y + b.reshape(-1, 1, 1)
