"""
says: expects (X, conv2d)
kind: wrong
repair: the order of the task
lines: 9
crashes: yes
cause: the image is called as if it were the layer
"""
def comp_conv2d(X, conv2d):
    X = X.unsqueeze(0).unsqueeze(0)
    return conv2d(X).squeeze(0).squeeze(0)
