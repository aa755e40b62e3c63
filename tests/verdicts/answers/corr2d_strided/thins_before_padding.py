"""
says: strides first, pads the thinned image afterwards
kind: wrong
repair: pad, correlate, thin
lines: 11, 12
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    p, q = padding
    kernel = K[None, None]
    Y = nn.functional.conv2d(X[None, None], kernel, padding=(0, 0))[..., ::stride[0], ::stride[1]]
    return nn.functional.pad(Y, (q, q, p, p))[0, 0, p // 2:, q // 2:]
