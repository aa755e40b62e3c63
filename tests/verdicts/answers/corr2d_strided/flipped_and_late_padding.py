"""
says: pads by reflection and strides both axes by the first number
kind: wrong
repair: zeros, both strides
lines: 10, 11
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X[None], (padding[1], padding[1], padding[0], padding[0]), mode="replicate")[0]
    return corr2d(X, K)[::stride[0], ::stride[0]]
