"""
says: reverses with [::-1, ::-1], as in NumPy
kind: wrong
repair: flip
lines: 10
crashes: yes
cause: torch has no negative steps in slices
"""
def convolve2d(X, K):
    return corr2d(X, K[::-1, ::-1])
