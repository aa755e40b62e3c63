"""
says: exchanges the axes with .t() to add the bias
kind: wrong
repair: permute
lines: 11
crashes: yes
cause: .t() takes at most two axes
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X[None], K)[0]
    return (Y.t() + b).t()
