"""
says: X.unsqueeze(0) twice, without keeping the result; repaired: X = ...
kind: right
"""
def comp_conv2d(conv2d, X):
    X = X.unsqueeze(0)
    X = X.unsqueeze(0)
    Y = conv2d(X)
    return Y[0, 0]
