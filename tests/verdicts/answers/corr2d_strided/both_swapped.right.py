"""
says: the twin of both_swapped, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    (sh, sw), (ph, pw) = stride, padding
    return corr2d(pad2d(X, (ph, pw)), K)[::sh, ::sw]
