"""
says: Computes with true division, so the number is a float (3.0), not an int
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def minimum_size(degree):
    return (2 * degree + 2) / 2
