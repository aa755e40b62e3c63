"""
says: assigns conv2d's weight shape to X
kind: wrong
repair: two axes
lines: 10
crashes: yes
cause: another number of elements
"""
def comp_conv2d(conv2d, X):
    X = X.reshape(conv2d.weight.shape)
    return conv2d(X)[0, 0]
