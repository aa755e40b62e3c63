"""
says: a white border: value=1; repaired: zeros
kind: right
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2, value=0.0)
