"""
says: averages over the inputs, and stacks the outputs from last to first; repaired: adds, in order
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K]
    return torch.stack(maps)
