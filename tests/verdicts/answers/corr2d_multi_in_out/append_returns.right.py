"""
says: the twin of append_returns, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps.append(corr2d_multi_in(X, K[o]))
    return torch.stack(maps)
