"""
says: subtracts the mean of the biases
kind: wrong
repair: adds each channel's own
lines: 10
crashes: no
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y - b.mean()
