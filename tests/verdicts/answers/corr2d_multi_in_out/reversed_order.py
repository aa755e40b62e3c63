"""
says: inserts each new map in front
kind: wrong
repair: appends
lines: 11
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for k in K:
        maps.insert(0, corr2d_multi_in(X, k))
    return torch.stack(maps)
