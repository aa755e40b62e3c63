"""
says: never uses b
kind: wrong
repair: add it
lines: 9
crashes: no
"""
def conv_layer(X, K, b):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])
