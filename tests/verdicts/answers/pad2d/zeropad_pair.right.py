"""
says: the twin of zeropad_pair, repaired
kind: right
"""
def pad2d(X, padding):
    return nn.ZeroPad2d((padding[1], padding[1], padding[0], padding[0]))(X)
