"""
says: stack: keeps the groups on an axis of their own
kind: wrong
repair: cat
lines: 12
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    maps = [nn.functional.conv2d(x[None], k)[0] for x, k in zip(X.chunk(groups), K.chunk(groups))]
    return torch.stack(maps)
