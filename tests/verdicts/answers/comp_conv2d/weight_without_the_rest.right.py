"""
says: correlates with the layer's weight, without bias, padding and stride; repaired: call the layer
kind: right
"""
def comp_conv2d(conv2d, X):
    kernel = conv2d(X[None, None])
    return kernel[0, 0]
