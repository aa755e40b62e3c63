"""
says: the twin of zeropad_module, repaired
kind: right
"""
def pad2d(X, padding):
    layer = nn.ZeroPad2d((padding[1], padding[1], padding[0], padding[0]))
    return layer(X)
