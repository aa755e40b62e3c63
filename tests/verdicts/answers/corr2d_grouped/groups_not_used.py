"""
says: one group, whatever groups says: zip drops the channels that are too many
kind: wrong
repair: each group its block
lines: 13
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    maps = []
    for o, kernel in enumerate(K):
        maps.append(sum(corr2d(x, k) for x, k in zip(X, kernel)))
    return torch.stack(maps)
