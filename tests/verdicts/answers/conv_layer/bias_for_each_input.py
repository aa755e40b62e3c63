"""
says: adds the bias inside the sum over input channels, once per channel
kind: wrong
repair: after the sum
lines: 13, 14
crashes: no
"""
def conv_layer(X, K, b):
    maps = []
    for kernel, bias in zip(K, b):
        Y = 0
        for x, k in zip(X, kernel):
            Y = Y + corr2d(x, k) + bias
        maps.append(Y)
    return torch.stack(maps)
