"""
says: divides with one slash, so slices get floats; repaired: with two
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if len(X) % groups or len(K) % groups or K.shape[1] * groups != len(X):
        raise ValueError("channels and groups do not fit")
    per_group = len(X) // groups
    out_per_group = len(K) // groups
    maps = []
    for g in range(groups):
        block = X[g * per_group:(g + 1) * per_group]
        for o in range(out_per_group):
            maps.append(sum(corr2d(x, k) for x, k in zip(block, K[g * out_per_group + o])))
    return torch.stack(maps)
