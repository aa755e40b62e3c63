"""
says: [1, 1] + X.shape, a list and a tuple
kind: wrong
repair: (1, 1)
lines: 10
crashes: yes
cause: a list and a torch.Size cannot be added
"""
def comp_conv2d(conv2d, X):
    X = X.reshape([1, 1] + X.shape)
    Y = conv2d(X)
    return Y[0][0]
