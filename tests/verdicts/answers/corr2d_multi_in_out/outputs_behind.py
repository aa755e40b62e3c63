"""
says: puts the channels at the end
kind: wrong
repair: in front
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K]
    return torch.stack(maps, dim=-1)
