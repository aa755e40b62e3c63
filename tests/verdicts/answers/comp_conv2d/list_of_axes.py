"""
says: conv2d([[X]])
kind: wrong
repair: X[None, None]
lines: 10
crashes: yes
cause: a list is no tensor
"""
def comp_conv2d(conv2d, X):
    return conv2d([[X]])[0, 0]
