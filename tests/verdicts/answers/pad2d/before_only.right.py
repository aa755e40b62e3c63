"""
says: zeros above and left only; repaired: on all four sides
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    return nn.functional.pad(X, (q, q, p, p))
