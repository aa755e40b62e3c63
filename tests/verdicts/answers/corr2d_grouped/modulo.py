"""
says: Deals the inputs out in turn (o % groups) instead of in contiguous blocks (o // outputs per group)
kind: wrong
repair: g line, as in the twin
lines: 15
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("channels")
    size = c_in // groups
    maps = []
    for o in range(c_out):
        g = o % groups
        maps.append(sum(corr2d(X[g * size + c], K[o, c]) for c in range(size)))
    return torch.stack(maps)
