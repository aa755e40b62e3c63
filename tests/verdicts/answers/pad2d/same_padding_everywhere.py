"""
says: uses padding[0] for rows and columns
kind: wrong
repair: padding[1] for columns
lines: 9
crashes: no
"""
def pad2d(X, padding):
    p = q = padding[0]
    return nn.functional.pad(X, pad=[q, q, p, p])
