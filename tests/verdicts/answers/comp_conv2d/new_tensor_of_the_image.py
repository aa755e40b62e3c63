"""
says: X.detach().clone() before the axes are added
kind: wrong
repair: X itself
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    image = X.detach().clone()
    image = image.reshape(1, 1, *image.shape)
    return conv2d(image)[0, 0]
