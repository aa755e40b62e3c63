"""
says: loops over K and then uses K[0]
kind: wrong
repair: the loop's kernel
lines: 11
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        maps.append(sum(corr2d(X[c], K[0, c]) for c in range(len(X))))
    return torch.stack(maps, 0)
