"""
says: appends to a tensor as to a list; repaired: a list
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        maps.append(torch.stack([corr2d(x, k) for x, k in zip(X, kernel)]).sum(0))
    return torch.stack(maps)
