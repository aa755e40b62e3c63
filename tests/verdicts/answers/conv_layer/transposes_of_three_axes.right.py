"""
says: exchanges the axes with .t() to add the bias; repaired: permute
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return (Y.permute(1, 2, 0) + b).permute(2, 0, 1)
