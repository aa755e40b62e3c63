"""
says: a white border: value=1
kind: wrong
repair: zeros
lines: 9
crashes: no
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2, value=1.0)
