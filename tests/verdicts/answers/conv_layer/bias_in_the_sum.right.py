"""
says: adds the bias once for every input channel; repaired: once
kind: right
"""
def conv_layer(X, K, b):
    maps = []
    for o in range(K.shape[0]):
        total = 0
        for c in range(X.shape[0]):
            total = total + corr2d(X[c], K[o, c])
        maps.append(total + b[o])
    return torch.stack(maps)
