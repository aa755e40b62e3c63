"""
says: hands the bare image to the layer; repaired: add two axes
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])[0, 0]
    return Y
