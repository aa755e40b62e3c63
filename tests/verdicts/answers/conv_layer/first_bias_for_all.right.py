"""
says: adds b[0] to every channel; repaired: b[o]
kind: right
"""
def conv_layer(X, K, b):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernels)) + bias for kernels, bias in zip(K, b)])
