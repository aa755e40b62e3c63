"""
says: never uses b; repaired: add it
kind: right
"""
def conv_layer(X, K, b):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) + bias for kernel, bias in zip(K, b)])
