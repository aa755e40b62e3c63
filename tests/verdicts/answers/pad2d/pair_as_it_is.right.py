"""
says: hands the pair to pad, which takes it for left and right; repaired: four numbers
kind: right
"""
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
