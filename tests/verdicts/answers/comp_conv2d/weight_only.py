"""
says: Correlates with the layer's weight only: bias, stride and padding of the layer are ignored
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    return corr2d(X, conv2d.weight[0, 0])
