"""
says: makes a layer of its own with the same kernel size
kind: wrong
repair: uses the one given
lines: 9, 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    layer = nn.Conv2d(1, 1, conv2d.kernel_size, padding=conv2d.padding, stride=conv2d.stride)
    return layer(X[None, None])[0, 0]
