"""
says: the twin of modulo, repaired
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("channels")
    size = c_in // groups
    maps = []
    for o in range(c_out):
        g = o // (c_out // groups)
        maps.append(sum(corr2d(X[g * size + c], K[o, c]) for c in range(size)))
    return torch.stack(maps)
