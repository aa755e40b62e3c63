"""
says: output o sees input o only (modulo), as in a depthwise layer
kind: wrong
repair: all inputs
lines: 12
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o, kernel in enumerate(K):
        c = o % len(X)
        maps.append(corr2d(X[c], kernel[c]))
    return torch.stack(maps)
