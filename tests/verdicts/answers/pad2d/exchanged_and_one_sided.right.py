"""
says: rows and columns exchanged, and zeros after the image only; repaired: columns first, on both sides
kind: right
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
