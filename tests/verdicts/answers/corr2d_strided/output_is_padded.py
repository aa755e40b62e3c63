"""
says: pads the result, not the image
kind: wrong
repair: pad the image
lines: 9, 10
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Y = corr2d(X, K)[::stride[0], ::stride[1]]
    return nn.functional.pad(Y, (padding[1], padding[1], padding[0], padding[0]))
