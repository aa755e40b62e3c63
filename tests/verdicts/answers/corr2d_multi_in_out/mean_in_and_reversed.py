"""
says: averages the input channels, and the outputs come in reversed order
kind: wrong
repair: both mended
lines: 11, 12
crashes: no
mistakes: 2
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for k in K.flip(0):
        maps.append(sum(corr2d(x, kk) for x, kk in zip(X, k)) / X.shape[0])
    return torch.stack(maps)
