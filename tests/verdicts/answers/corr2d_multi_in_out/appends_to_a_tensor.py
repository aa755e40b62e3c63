"""
says: appends to a tensor as to a list
kind: wrong
repair: a list
lines: 10
crashes: yes
cause: a tensor has no append
"""
def corr2d_multi_in_out(X, K):
    maps = torch.zeros(0)
    for kernel in K:
        maps.append(torch.stack([corr2d(x, k) for x, k in zip(X, kernel)]).sum(0))
    return torch.stack(maps)
