"""
says: rows and columns exchanged, and zeros after the image only
kind: wrong
mistakes: 2
repair: columns first, on both sides
lines: 10
crashes: no
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (0, padding[0], 0, padding[1]))
