"""
says: loops over the input channels of X to count the outputs
kind: wrong
repair: over K
lines: 11
crashes: yes
cause: where X has more channels than K has kernels, K[o] does not exist
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(X.shape[0]):
        maps.append(sum(corr2d(x, k) for x, k in zip(X, K[o])))
    return torch.stack(maps)
