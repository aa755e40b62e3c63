"""
says: the twin of flips_one_axis_twice, repaired
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.flip(0).flip(1))
