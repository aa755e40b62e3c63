"""
says: squeeze() takes single rows and columns, too; repaired: [0, 0]
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y[0, 0]
