"""
says: nn.ZeroPad2d with (columns, rows) only
kind: wrong
repair: left, right, top, bottom
lines: 10
crashes: no
"""
def pad2d(X, padding):
    p_h, p_w = padding
    layer = nn.ZeroPad2d((p_w, p_h))
    return layer(X)
