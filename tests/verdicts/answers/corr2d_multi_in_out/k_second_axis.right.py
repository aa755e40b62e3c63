"""
says: the twin of k_second_axis, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps.append(sum(corr2d(X[c], K[o, c]) for c in range(X.shape[0])))
    return torch.stack(maps)
