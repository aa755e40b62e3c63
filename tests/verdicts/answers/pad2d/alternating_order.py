"""
says: (left, top, right, bottom)
kind: wrong
repair: (left, right, top, bottom)
lines: 10
crashes: no
"""
def pad2d(X, padding):
    top, left = padding
    return nn.functional.pad(X, (left, top, left, top))
