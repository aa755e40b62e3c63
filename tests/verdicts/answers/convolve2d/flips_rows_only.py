"""
says: flip(0) turns the kernel upside down only
kind: wrong
repair: flips both axes
lines: 9
crashes: no
"""
def convolve2d(X, K):
    return corr2d(X, torch.flip(K, [0]))
