"""
says: subtracts the biases, from last to first; repaired: adds them in order
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y + b[:, None, None]
