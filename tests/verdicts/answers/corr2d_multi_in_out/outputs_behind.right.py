"""
says: puts the channels at the end; repaired: in front
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K]
    return torch.stack(maps, dim=0)
