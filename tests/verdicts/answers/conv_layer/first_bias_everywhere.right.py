"""
says: b[0] for every channel; repaired: b[o]
kind: right
"""
def conv_layer(X, K, b):
    maps = []
    for o in range(K.shape[0]):
        Y = sum(corr2d(X[c], K[o, c]) for c in range(K.shape[1]))
        maps.append(Y + b[o])
    return torch.stack(maps)
