"""
says: returns the shape of a kernel
kind: wrong
repair: one number
lines: 9
crashes: no
"""
def minimum_size(degree):
    return (1, degree + 1)
