"""
says: spells the layer out and forgets its padding; repaired: padding=conv2d.padding
kind: right
"""
def comp_conv2d(conv2d, X):
    Y = nn.functional.conv2d(
        X[None, None], conv2d.weight, conv2d.bias, stride=conv2d.stride, padding=conv2d.padding
    )
    return Y[0, 0]
