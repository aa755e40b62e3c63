"""
says: thinks of windows that grow on both sides: 2 d - 1
kind: wrong
repair: d + 1
lines: 9
crashes: no
"""
def minimum_size(degree):
    return 2 * degree - 1
