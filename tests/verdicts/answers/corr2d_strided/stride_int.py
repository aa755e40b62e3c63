"""
says: takes stride for a number
kind: wrong
repair: one of the pair
lines: 11
crashes: yes
cause: a number times a pair
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    return corr2d(X, K)[::stride, ::stride]
