"""
says: adds the bias once for every input channel
kind: wrong
repair: once
lines: 13, 14
crashes: no
"""
def conv_layer(X, K, b):
    maps = []
    for o in range(K.shape[0]):
        total = 0
        for c in range(X.shape[0]):
            total = total + corr2d(X[c], K[o, c]) + b[o]
        maps.append(total)
    return torch.stack(maps)
