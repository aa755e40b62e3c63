"""
says: hands the pair to pad, which takes it for left and right
kind: wrong
repair: four numbers
lines: 9
crashes: no
"""
def pad2d(X, padding):
    return nn.functional.pad(X, padding)
