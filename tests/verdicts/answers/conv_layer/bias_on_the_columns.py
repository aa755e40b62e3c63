"""
says: adds b as it is, along the last axis
kind: wrong
repair: reshape(-1, 1, 1)
lines: 11
crashes: yes
cause: where the width is not the number of channels, the shapes do not fit
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return Y + b
