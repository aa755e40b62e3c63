"""
says: detaches the result, and squeezes all single axes; repaired: neither
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None])
    return Y.squeeze(1).squeeze(0)
