"""
says: every output reads the first block
kind: wrong
repair: its own
lines: 15
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or K.shape[1] * groups != c_in:
        raise ValueError("the channels do not fit")
    size = K.shape[1]
    maps = []
    for o, kernel in enumerate(K):
        start = 0
        maps.append(sum(corr2d(X[start + c], kernel[c]) for c in range(size)))
    return torch.stack(maps)
