"""
says: every group reads the first block of inputs; repaired: the group's own block
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("channels and groups do not fit")
    n = c_in // groups
    maps = []
    for o in range(c_out):
        maps.append(sum(corr2d(X[o // (c_out // groups) * n + c], K[o, c]) for c in range(n)))
    return torch.stack(maps)
