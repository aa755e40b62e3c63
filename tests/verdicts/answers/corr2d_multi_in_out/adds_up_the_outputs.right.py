"""
says: adds up over the output channels, too; repaired: keep them apart
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])
    return maps
