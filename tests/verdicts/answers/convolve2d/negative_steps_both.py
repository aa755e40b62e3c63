"""
says: flips with K[::-1, ::-1], as in NumPy
kind: wrong
repair: flip
lines: 10
crashes: yes
cause: torch takes no negative steps
"""
def convolve2d(X, K):
    K = K[::-1, ::-1]
    return corr2d(X, K)
