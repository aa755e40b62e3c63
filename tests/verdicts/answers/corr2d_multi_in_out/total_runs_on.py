"""
says: the sum over channels is not started anew for each output
kind: wrong
repair: set it to 0 inside the loop
lines: 10, 12
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = []
    total = 0
    for kernel in K:
        for x, k in zip(X, kernel):
            total = total + corr2d(x, k)
        maps.append(total)
    return torch.stack(maps)
