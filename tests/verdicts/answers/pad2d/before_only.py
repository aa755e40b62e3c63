"""
says: zeros above and left only
kind: wrong
repair: on all four sides
lines: 10
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    return nn.functional.pad(X, (2 * q, 0, 2 * p, 0))
