"""
says: takes o % groups as the group of output o; repaired: o // (c_out // groups)
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("channels and groups do not fit")
    n = c_in // groups
    maps = []
    for o in range(c_out):
        group = o // (c_out // groups)
        block = X[group * n:(group + 1) * n]
        maps.append(sum(corr2d(x, k) for x, k in zip(block, K[o])))
    return torch.stack(maps)
