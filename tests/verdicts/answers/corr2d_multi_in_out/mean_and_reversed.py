"""
says: averages over the inputs, and stacks the outputs from last to first
kind: wrong
mistakes: 2
repair: adds, in order
lines: 10, 11
crashes: no
"""
def corr2d_multi_in_out(X, K):
    maps = [sum(corr2d(x, k) for x, k in zip(X, kernel)) / len(X) for kernel in K]
    return torch.stack(maps[::-1])
