"""
says: kernels have an odd size
kind: wrong
repair: degree + 1
lines: 9
crashes: no
"""
def minimum_size(degree):
    return 2 * (degree // 2) + 1
