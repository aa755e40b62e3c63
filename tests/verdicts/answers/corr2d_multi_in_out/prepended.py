"""
says: insert(0, ...) puts each new map in front, so the output channels come out in reverse order
kind: wrong
repair: insert line, as in the twin
lines: 14
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernels in K:
        y = 0
        for c, k in enumerate(kernels):
            y = y + corr2d(X[c], k)
        maps.insert(0, y)
    return torch.stack(maps)
