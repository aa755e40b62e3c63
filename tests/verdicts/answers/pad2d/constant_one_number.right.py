"""
says: the twin of constant_one_number, repaired
kind: right
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
