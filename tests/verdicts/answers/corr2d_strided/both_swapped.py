"""
says: strides and paddings exchanged, both
kind: wrong
repair: in order
lines: 10
crashes: no
mistakes: 2
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    (sw, sh), (pw, ph) = stride, padding
    return corr2d(pad2d(X, (ph, pw)), K)[::sh, ::sw]
