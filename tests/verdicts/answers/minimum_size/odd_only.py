"""
says: the next odd number, as all kernels seem to be odd
kind: wrong
repair: degree + 1
lines: 10
crashes: no
"""
def minimum_size(degree):
    n = degree + 1
    return n if n % 2 else n + 1
