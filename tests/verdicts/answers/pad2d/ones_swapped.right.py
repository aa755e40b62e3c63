"""
says: the twin of ones_swapped, repaired
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    return nn.functional.pad(X, (q, q, p, p), value=0.0)
