"""
says: Stacks the maps along a new last axis, so the output channel comes last
kind: wrong
repair: dim=-1, as in the twin
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = [corr2d_multi_in(X, k) for k in K]
    return torch.stack(maps, dim=-1)
