"""
says: b[0] for every channel
kind: wrong
repair: b[o]
lines: 12
crashes: no
"""
def conv_layer(X, K, b):
    maps = []
    for o in range(K.shape[0]):
        Y = sum(corr2d(X[c], K[o, c]) for c in range(K.shape[1]))
        maps.append(Y + b[0])
    return torch.stack(maps)
