"""
says: takes K[:, o] for the kernels of output o
kind: wrong
repair: K[o]
lines: 12
crashes: yes
cause: the axes of K differ in length
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps.append(sum(corr2d(X[c], K[c, o]) for c in range(X.shape[0])))
    return torch.stack(maps)
