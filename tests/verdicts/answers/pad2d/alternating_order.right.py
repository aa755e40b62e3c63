"""
says: (left, top, right, bottom); repaired: (left, right, top, bottom)
kind: right
"""
def pad2d(X, padding):
    top, left = padding
    return nn.functional.pad(X, (left, left, top, top))
