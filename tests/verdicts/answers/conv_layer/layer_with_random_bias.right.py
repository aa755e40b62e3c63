"""
says: makes an nn.Conv2d, copies the weight and forgets the bias; repaired: copy both
kind: right
"""
def conv_layer(X, K, b):
    c_out, c_in, h, w = K.shape
    layer = nn.Conv2d(c_in, c_out, (h, w))
    layer.weight = nn.Parameter(K)
    layer.bias = nn.Parameter(b)
    return layer(X[None])[0].detach()
