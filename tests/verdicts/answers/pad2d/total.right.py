"""
says: the twin of total, repaired
kind: right
"""
def pad2d(X, padding):
    p, q = padding[0], padding[1]
    return nn.functional.pad(X, [q, q, p, p], mode="constant", value=0)
