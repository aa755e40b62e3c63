"""
says: spells the layer out and forgets its padding
kind: wrong
repair: padding=conv2d.padding
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    Y = nn.functional.conv2d(
        X[None, None], conv2d.weight, conv2d.bias, stride=conv2d.stride
    )
    return Y[0, 0]
