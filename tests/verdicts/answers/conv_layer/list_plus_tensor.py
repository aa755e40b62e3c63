"""
says: adds the biases to a list of maps
kind: wrong
repair: to the stack
lines: 11
crashes: yes
cause: a list and a tensor cannot be added
"""
def conv_layer(X, K, b):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernels)) for kernels in K]
    return torch.stack(maps + b.reshape(-1, 1, 1))
