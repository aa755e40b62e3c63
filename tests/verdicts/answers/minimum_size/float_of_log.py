"""
says: a float from a division
kind: wrong
repair: an int
lines: 9
crashes: no
"""
def minimum_size(degree):
    return (2 * degree + 2) / 4 * 1.5
