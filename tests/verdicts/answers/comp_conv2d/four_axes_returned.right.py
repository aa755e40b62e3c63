"""
says: returns the layer's result as it is; repaired: the last two axes
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X.view((1, 1) + X.shape)
    return conv2d(X)[0, 0]
