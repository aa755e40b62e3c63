"""
says: detaches the result, and squeezes all single axes
kind: wrong
mistakes: 2
repair: neither
lines: 10, 11
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, None]).detach()
    return Y.squeeze()
