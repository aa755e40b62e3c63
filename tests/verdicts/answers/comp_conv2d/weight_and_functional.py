"""
says: functional.conv2d with the layer's weight only
kind: wrong
repair: calls the layer
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    return nn.functional.conv2d(X[None, None], conv2d.weight)[0, 0]
