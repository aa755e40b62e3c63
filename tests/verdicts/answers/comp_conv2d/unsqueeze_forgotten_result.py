"""
says: X.unsqueeze(0) twice, without keeping the result
kind: wrong
repair: X = ...
lines: 10, 11
crashes: yes
cause: X still has two axes when it meets the layer
"""
def comp_conv2d(conv2d, X):
    X.unsqueeze(0)
    X.unsqueeze(0)
    Y = conv2d(X)
    return Y[0, 0]
