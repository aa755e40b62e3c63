"""
says: averages, and never compares the numbers of channels
kind: wrong
repair: both mended
lines: 10, 11
crashes: no
mistakes: 2
"""
def corr2d_multi_in(X, K):
    maps = [corr2d(x, k) for x, k in zip(X, K)]
    return torch.stack(maps).mean(0)
