"""
says: correlates with the layer's weight, without bias, padding and stride
kind: wrong
repair: call the layer
lines: 9, 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    kernel = conv2d.weight[0, 0]
    return corr2d(X, kernel)
