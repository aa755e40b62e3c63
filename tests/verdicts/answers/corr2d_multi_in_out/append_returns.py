"""
says: maps = maps.append(...)
kind: wrong
repair: append alone
lines: 12
crashes: yes
cause: None has no append
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps = maps.append(corr2d_multi_in(X, K[o]))
    return torch.stack(maps)
