"""
says: deals the outputs out to the groups in turn
kind: wrong
repair: contiguous blocks
lines: 15
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("the channels do not fit")
    size = c_in // groups
    maps = []
    for o in range(c_out):
        g = o % groups
        block = X[g * size:(g + 1) * size]
        maps.append(sum(corr2d(x, k) for x, k in zip(block, K[o])))
    return torch.stack(maps)
