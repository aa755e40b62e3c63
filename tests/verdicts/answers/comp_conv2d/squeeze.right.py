"""
says: the twin of squeeze, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X.unsqueeze(0).unsqueeze(0)
    return conv2d(X).squeeze(0).squeeze(0)
