"""
says: the twin of order, repaired
kind: right
"""
def pad2d(X, padding):
    ph, pw = padding
    return nn.functional.pad(X, (pw, pw, ph, ph))
