"""
says: [::stride] with the pair
kind: wrong
repair: one number for each axis
lines: 12
crashes: yes
cause: the step of a slice must be a number
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2)
    Y = corr2d(X, K)
    return Y[::stride]
