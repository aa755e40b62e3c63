"""
says: adds b[0] to every channel
kind: wrong
repair: b[o]
lines: 9
crashes: no
"""
def conv_layer(X, K, b):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernels)) + b[0] for kernels in K])
