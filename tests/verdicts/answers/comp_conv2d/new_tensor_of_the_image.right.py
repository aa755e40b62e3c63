"""
says: X.detach().clone() before the axes are added; repaired: X itself
kind: right
"""
def comp_conv2d(conv2d, X):
    image = X.clone()
    image = image.reshape(1, 1, *image.shape)
    return conv2d(image)[0, 0]
