"""
says: b[:, None], which lines up with the rows
kind: wrong
repair: two new axes
lines: 11
crashes: yes
cause: where the height is not the number of channels, the shapes do not fit
"""
def conv_layer(X, K, b):
    Y = torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])
    return Y + b[:, None]
