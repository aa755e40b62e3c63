"""
says: pads with ones, rows and columns exchanged
kind: wrong
repair: zeros, in order
lines: 11
crashes: no
mistakes: 2
"""
def pad2d(X, padding):
    p, q = padding
    return nn.functional.pad(X, (p, p, q, q), value=1.0)
