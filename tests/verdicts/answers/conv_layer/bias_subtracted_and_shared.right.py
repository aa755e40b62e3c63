"""
says: subtracts the mean of the biases; repaired: adds each channel's own
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y + b[:, None, None]
