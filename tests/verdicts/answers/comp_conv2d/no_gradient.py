"""
says: applies the layer under no_grad
kind: wrong
repair: without it
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    with torch.no_grad():
        return conv2d(X[None, None])[0, 0]
