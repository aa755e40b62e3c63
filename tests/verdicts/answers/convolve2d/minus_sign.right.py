"""
says: takes the minus signs of the formula for signs of the kernel; repaired: flip, no minus
kind: right
"""
def convolve2d(X, K):
    return corr2d(X, K.rot90(2))
