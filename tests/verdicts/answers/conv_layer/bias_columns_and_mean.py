"""
says: bias along the columns of averaged maps
kind: wrong
repair: along channels, summed
lines: 11, 12
crashes: yes
cause: another length
mistakes: 2
"""
def conv_layer(X, K, b):
    maps = [torch.stack([corr2d(x, k) for x, k in zip(X, ks)]).mean(0) for ks in K]
    return torch.stack(maps) + b
