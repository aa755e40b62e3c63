"""
says: nn.ZeroPad2d with a pair pads only left and right by the two numbers; it wants (left, right, top, bottom)
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def pad2d(X, padding):
    return nn.ZeroPad2d(tuple(padding))(X)
