"""
says: loops over the input channels of X to count the outputs; repaired: over K
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps.append(sum(corr2d(x, k) for x, k in zip(X, K[o])))
    return torch.stack(maps)
