"""
says: makes an nn.Conv2d, copies the weight and forgets the bias
kind: wrong
repair: copy both
lines: 12
crashes: no
"""
def conv_layer(X, K, b):
    c_out, c_in, h, w = K.shape
    layer = nn.Conv2d(c_in, c_out, (h, w))
    layer.weight = nn.Parameter(K)
    return layer(X[None])[0].detach()
