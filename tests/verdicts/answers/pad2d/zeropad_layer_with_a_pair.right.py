"""
says: nn.ZeroPad2d with (columns, rows) only; repaired: left, right, top, bottom
kind: right
"""
def pad2d(X, padding):
    p_h, p_w = padding
    layer = nn.ZeroPad2d((p_w, p_w, p_h, p_h))
    return layer(X)
