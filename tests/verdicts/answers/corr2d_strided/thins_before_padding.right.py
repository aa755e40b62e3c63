"""
says: strides first, pads the thinned image afterwards; repaired: pad, correlate, thin
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    kernel = K[None, None]
    Y = nn.functional.conv2d(X[None, None], kernel, padding=(p, q))[..., ::stride[0], ::stride[1]]
    return Y[0, 0]
