"""
says: cat in place of stack: one tall map; repaired: stack
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K]
    return torch.stack(maps)
