"""
says: divides the output by the number of groups to find its group
kind: wrong
repair: by the outputs per group
lines: 15
crashes: yes
cause: the block lies beyond the last channel and is empty
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] != c_in // groups:
        raise ValueError("the channels do not fit")
    size, maps = K.shape[1], []
    for o in range(c_out):
        g = o // groups if groups > 1 else 0
        block = X[g * size:g * size + size]
        maps.append(torch.stack([corr2d(x, k) for x, k in zip(block, K[o])]).sum(0))
    return torch.stack(maps)
