"""
says: reverses with reversed()
kind: wrong
repair: flip both axes
lines: 10
crashes: yes
cause: reversed() of a tensor takes the first axis only, and list() makes a list of it, which corr2d refuses
"""
def convolve2d(X, K):
    K = list(reversed([list(reversed(row)) for row in K]))
    return corr2d(X, K)
