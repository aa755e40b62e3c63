"""
says: inserts every map in front; repaired: append
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        Y = sum(corr2d(x, k) for x, k in zip(X, kernel))
        maps.append(Y)
    return torch.stack(maps)
