"""
says: torch's conv2d without the batch axis, the bias reshaped
kind: wrong
repair: bias as it is
lines: 10
crashes: yes
cause: conv2d wants one axis for the bias
"""
def conv_layer(X, K, b):
    return nn.functional.conv2d(X[None], K, bias=b.reshape(-1, 1, 1))[0]
