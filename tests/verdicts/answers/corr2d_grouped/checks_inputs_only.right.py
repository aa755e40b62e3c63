"""
says: checks whether groups divides c_in, nothing else; repaired: all three checks
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    size, per_group = X.shape[0] // groups, max(1, K.shape[0] // groups)
    maps = []
    for o in range(K.shape[0]):
        block = X[o // per_group * size:][:size]
        maps.append(sum([corr2d(x, k) for x, k in zip(block, K[o])], torch.zeros(1)))
    return torch.stack(maps)
