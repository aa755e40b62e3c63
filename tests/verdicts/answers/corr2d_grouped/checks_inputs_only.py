"""
says: checks whether groups divides c_in, nothing else
kind: wrong
repair: all three checks
lines: 9
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups != 0:
        raise ValueError("the channels do not fit")
    size, per_group = X.shape[0] // groups, max(1, K.shape[0] // groups)
    maps = []
    for o in range(K.shape[0]):
        block = X[o // per_group * size:][:size]
        maps.append(sum([corr2d(x, k) for x, k in zip(block, K[o])], torch.zeros(1)))
    return torch.stack(maps)
