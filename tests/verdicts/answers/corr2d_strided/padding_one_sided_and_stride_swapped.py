"""
says: pads above and left only, and takes the strides in the other order
kind: wrong
repair: on all sides, rows first
lines: 10, 11
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], 0, padding[0], 0))
    return corr2d(X, K)[::stride[1], ::stride[0]]
