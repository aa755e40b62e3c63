"""
says: uses padding[0] for rows and columns; repaired: padding[1] for columns
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    return nn.functional.pad(X, pad=[q, q, p, p])
