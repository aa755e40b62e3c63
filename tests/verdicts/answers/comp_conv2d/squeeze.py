"""
says: squeeze() takes off every axis of length 1, also a row or column axis of the result
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    X = X.unsqueeze(0).unsqueeze(0)
    return conv2d(X).squeeze()
