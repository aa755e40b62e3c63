"""
says: nn.ZeroPad2d on an extra axis
kind: right
"""
def pad2d(X, padding):
    return nn.ZeroPad2d([padding[1], padding[1], padding[0], padding[0]])(X.unsqueeze(0)).squeeze(0)
