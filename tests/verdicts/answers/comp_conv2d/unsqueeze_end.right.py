"""
says: the twin of unsqueeze_end, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    return conv2d(X.unsqueeze(0).unsqueeze(0)).squeeze(0).squeeze(0)
