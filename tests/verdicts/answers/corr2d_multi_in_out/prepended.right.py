"""
says: the twin of prepended, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernels in K:
        y = 0
        for c, k in enumerate(kernels):
            y = y + corr2d(X[c], k)
        maps.append(y)
    return torch.stack(maps)
