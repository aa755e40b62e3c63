"""
says: torch.stack of a generator; repaired: a list
kind: right
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])
