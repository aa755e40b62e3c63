"""
says: inserts every map in front
kind: wrong
repair: append
lines: 12
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        Y = sum(corr2d(x, k) for x, k in zip(X, kernel))
        maps.insert(0, Y)
    return torch.stack(maps)
