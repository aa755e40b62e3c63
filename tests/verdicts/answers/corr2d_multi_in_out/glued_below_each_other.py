"""
says: cat in place of stack: one tall map
kind: wrong
repair: stack
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K]
    return torch.cat(maps)
