"""
says: nn.ZeroPad2d with one number for all sides
kind: wrong
repair: four numbers
lines: 9
crashes: no
"""
def pad2d(X, padding):
    layer = nn.ZeroPad2d(padding[0])
    return layer(X)
