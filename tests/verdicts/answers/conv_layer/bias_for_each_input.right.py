"""
says: adds the bias inside the sum over input channels, once per channel; repaired: after the sum
kind: right
"""
def conv_layer(X, K, b):
    maps = []
    for kernel, bias in zip(K, b):
        Y = 0
        for x, k in zip(X, kernel):
            Y = Y + corr2d(x, k)
        maps.append(Y + bias)
    return torch.stack(maps)
