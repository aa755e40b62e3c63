"""
says: nn.functional.pad starts with the last axis (left, right, top, bottom); here rows and columns are swapped
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def pad2d(X, padding):
    ph, pw = padding
    return nn.functional.pad(X, (ph, ph, pw, pw))
