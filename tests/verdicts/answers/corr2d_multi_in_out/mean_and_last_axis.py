"""
says: averages, and stacks the maps behind
kind: wrong
repair: both mended
lines: 11
crashes: no
mistakes: 2
"""
def corr2d_multi_in_out(X, K):
    maps = [corr2d_multi_in(X, k) for k in K]
    return torch.stack([m / len(X) for m in maps], -1)
